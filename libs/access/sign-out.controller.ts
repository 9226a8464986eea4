import { Controller, Delete, Inject, Req, Res } from '@nestjs/common';
import { Answers } from '@koujing/kernel';
import { signedOutSchema, type SignedOut } from './access.api.js';
import { SignInWithAccount } from './organ-account/sign-in-with-account.js';
import { ReadSession, type SignedIn } from './read-session.js';
import {
  COOKIE_OPTIONS,
  sessionCookie,
  strict,
  type CookieOptions,
  type CookieReply,
} from './session-cookie.js';
import { CurrentSession, WithFirstPassword, WithoutFactor } from './session.guard.js';

@Controller('session')
export class SignOutController {
  constructor(
    @Inject(ReadSession) private readonly sessions: ReadSession,
    @Inject(SignInWithAccount) private readonly withAccount: SignInWithAccount,
    @Inject(COOKIE_OPTIONS) private readonly options: CookieOptions,
  ) {}

  @Delete()
  @Answers(signedOutSchema)
  @WithFirstPassword()
  @WithoutFactor()
  async close(
    @CurrentSession() { session }: SignedIn,
    @Req() { ip }: { readonly ip: string },
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<SignedOut> {
    await this.sessions.close(session, ip);
    reply.clearCookie(sessionCookie(this.options), { ...strict, ...this.options });
    return { done: true, signOutAt: await this.withAccount.signOutUrl(session) };
  }
}
