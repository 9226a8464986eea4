import { Body, Controller, HttpCode, Inject, Ip, Param, Post, Res } from '@nestjs/common';
import { Answers, HoldsSecret } from '@koujing/kernel';
import { changePasswordSchema, type ChangePasswordInput } from '../access.api.js';
import type { Actor } from '../actor.js';
import type { SignedIn } from '../read-session.js';
import {
  COOKIE_OPTIONS,
  sessionCookie,
  strict,
  type CookieOptions,
  type CookieReply,
} from '../session-cookie.js';
import { CurrentActor, CurrentSession, WithFirstPassword, WithoutFactor } from '../session.guard.js';
import { ChangePassword } from './change-password.js';
import {
  passwordResetSchema,
  personReasonSchema,
  type PasswordReset,
  type PersonReasonInput,
} from './people.api.js';
import { ResetPassword } from './reset-password.js';
import { doneSchema } from '../../kernel/answer.api.js';

/** One's own password, and a first one for somebody else. */
@Controller()
export class PasswordController {
  constructor(
    @Inject(ChangePassword) private readonly own: ChangePassword,
    @Inject(ResetPassword) private readonly resets: ResetPassword,
    @Inject(COOKIE_OPTIONS) private readonly options: CookieOptions,
  ) {}

  @Post('session/password')
  @Answers(doneSchema)
  @HttpCode(200)
  @WithFirstPassword()
  @WithoutFactor()
  @HoldsSecret()
  async change(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: changePasswordSchema }) input: ChangePasswordInput,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<{ readonly done: true }> {
    const token = await this.own.perform(signedIn, input, address);
    reply.setCookie(sessionCookie(this.options), token, { ...strict, ...this.options });
    return { done: true };
  }

  @Post('people/:id/password')
  @Answers(passwordResetSchema)
  @HttpCode(200)
  @HoldsSecret()
  reset(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<PasswordReset> {
    return this.resets.perform(id, reason, actor);
  }
}
