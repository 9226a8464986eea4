import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { Answers, HoldsSecret, Problem } from '@koujing/kernel';
import {
  sessionSchema,
  signInSchema,
  stepUpSchema,
  type SessionView,
  type SignIn as Credentials,
  type StepUpInput,
} from './access.api.js';
import { ReadSession, type SignedIn } from './read-session.js';
import {
  COOKIE_OPTIONS,
  sessionCookie,
  strict,
  type CookieOptions,
  type CookieReply,
  type CookieRequest,
} from './session-cookie.js';
import { CurrentSession, WithFirstPassword, WithoutFactor, WithoutSession } from './session.guard.js';
import { accessRefusal } from './refusal.js';
import { SignIn } from './sign-in.js';
import { StepUp } from './step-up.js';
import { doneSchema } from '../kernel/answer.api.js';

type Given = Readonly<Record<string, string | undefined>>;

interface Request extends CookieRequest {
  readonly ip: string;
  readonly headers: Given;
}

/** A form on another site can send anything but JSON: it must not sign a person in as somebody else. */
export const requireJson = (headers: Given): void => {
  if (headers['content-type']?.startsWith('application/json') !== true)
    throw new Problem('unsupported', [accessRefusal.jsonOnly]);
};

@Controller('session')
export class AccessController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(StepUp) private readonly stepUp: StepUp,
    @Inject(ReadSession) private readonly sessions: ReadSession,
    @Inject(COOKIE_OPTIONS) private readonly options: CookieOptions,
  ) {}

  @Post()
  @Answers(sessionSchema)
  @HttpCode(200)
  @WithoutSession('uncounted')
  async open(
    @Body({ schema: signInSchema }) credentials: Credentials,
    @Req() { ip, headers, cookies }: Request,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<SessionView> {
    requireJson(headers);
    const { token } = await this.signIn.perform(credentials, {
      address: ip,
      agent: headers['user-agent'] ?? '',
    });
    await this.sessions.closeBehind(cookies?.[sessionCookie(this.options)]);
    reply.setCookie(sessionCookie(this.options), token, { ...strict, ...this.options });
    return this.sessions.view(await this.sessions.signedIn(token));
  }

  @Get()
  @Answers(sessionSchema)
  @WithFirstPassword()
  @WithoutFactor()
  async show(@CurrentSession() signedIn: SignedIn): Promise<SessionView> {
    return this.sessions.view(signedIn);
  }

  @Post('step-up')
  @Answers(doneSchema)
  @HttpCode(200)
  @HoldsSecret()
  async prove(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: stepUpSchema }) input: StepUpInput,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<{ readonly done: true }> {
    const token = await this.stepUp.perform(signedIn, input, address);
    reply.setCookie(sessionCookie(this.options), token, { ...strict, ...this.options });
    return { done: true };
  }
}
