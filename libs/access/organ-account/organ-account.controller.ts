import { Body, Controller, Get, HttpCode, Inject, Post, Query, Redirect, Req, Res } from '@nestjs/common';
import { Answers, AnswersFile, HoldsSecret } from '@koujing/kernel';
import { requireJson } from '../access.controller.js';
import { sessionSchema, type SessionView } from '../access.api.js';
import { ReadSession } from '../read-session.js';
import {
  COOKIE_OPTIONS,
  sessionCookie,
  strict,
  type CookieOptions,
  type CookieReply,
  type CookieRequest,
} from '../session-cookie.js';
import { WithoutSession } from '../session.guard.js';
import type { From } from '../session.js';
import { carriedForMs } from './carried.js';
import {
  beginSchema,
  organAccountSchema,
  organCodeSchema,
  type BeginQuery,
  type OrganAccountView,
  type OrganCodeInput,
} from './organ-account.api.js';
import { SignInWithAccount, type Next } from './sign-in-with-account.js';

const carriedCookie = ({ secure }: CookieOptions): string =>
  `${secure ? '__Secure-' : ''}koujing_organ_account`;
/** The way back begins at the provider, where a strict cookie stays behind. This one opens nothing by itself, and goes here alone. */
const lax = { httpOnly: true, sameSite: 'lax', path: '/api/session/organ-account' } as const;

interface Request extends CookieRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly url: string;
  readonly ip: string;
}
const fromOf = ({ ip, headers }: Request): From => ({ address: ip, agent: headers['user-agent'] ?? '' });

/** Signing in with the account of the organ's identity provider: pages that the browser goes through, and what it asks. */
@Controller('session/organ-account')
export class OrganAccountController {
  constructor(
    @Inject(SignInWithAccount) private readonly signIn: SignInWithAccount,
    @Inject(ReadSession) private readonly sessions: ReadSession,
    @Inject(COOKIE_OPTIONS) private readonly options: CookieOptions,
  ) {}

  @Get()
  @Answers(organAccountSchema)
  @WithoutSession('uncounted')
  show(@Req() request: Request, @Res({ passthrough: true }) reply: CookieReply): OrganAccountView {
    const view = this.signIn.show(this.#carried(request));
    if (view.reasons.length > 0) this.#keep(reply, null);
    return view;
  }

  @Get('begin')
  @AnswersFile()
  @WithoutSession('uncounted')
  @Redirect()
  async begin(
    @Query({ schema: beginSchema }) { to }: BeginQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<{ readonly url: string; readonly statusCode: 303 }> {
    // Another site must not sign anybody in, even where the provider asks nothing: the sign-in page does (V7.6.2).
    if (request.headers['sec-fetch-site'] === 'cross-site') return { url: to, statusCode: 303 };
    return this.#go(
      request,
      reply,
      await this.signIn.begin(to, fromOf(request), request.cookies?.[sessionCookie(this.options)]),
    );
  }

  @Get('callback')
  @AnswersFile()
  @WithoutSession('uncounted')
  @Redirect()
  async finish(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<{ readonly url: string; readonly statusCode: 303 }> {
    const query = request.url.split('?')[1] ?? '';
    return this.#go(request, reply, await this.signIn.finish(query, this.#carried(request), fromOf(request)));
  }

  @Post()
  @Answers(sessionSchema)
  @HttpCode(200)
  @WithoutSession('uncounted')
  @HoldsSecret()
  async prove(
    @Body({ schema: organCodeSchema }) { code }: OrganCodeInput,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<SessionView> {
    requireJson(request.headers);
    const opened = await this.signIn.prove(code, this.#carried(request), fromOf(request));
    this.#keep(reply, null);
    await this.#open(request, reply, opened.token);
    return this.sessions.view(await this.sessions.signedIn(opened.token));
  }

  #carried({ cookies }: Request): string | undefined {
    return cookies?.[carriedCookie(this.options)];
  }

  async #go(
    request: Request,
    reply: CookieReply,
    { location, carried, opened }: Next,
  ): Promise<{ readonly url: string; readonly statusCode: 303 }> {
    this.#keep(reply, carried);
    if (opened !== undefined) await this.#open(request, reply, opened.token);
    return { url: location, statusCode: 303 };
  }

  async #open({ cookies }: Request, reply: CookieReply, token: string): Promise<void> {
    await this.sessions.closeBehind(cookies?.[sessionCookie(this.options)]);
    reply.setCookie(sessionCookie(this.options), token, { ...strict, ...this.options });
  }

  #keep(reply: CookieReply, carried: string | null): void {
    const options = { ...lax, ...this.options };
    const name = carriedCookie(this.options);
    if (carried === null) reply.clearCookie(name, options);
    else reply.setCookie(name, carried, { ...options, maxAge: carriedForMs / 1_000 });
  }
}
