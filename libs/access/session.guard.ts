import {
  createParamDecorator,
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '@koujing/kernel';
import { csrfHeader } from './access.api.js';
import type { Actor } from './actor.js';
import { accessRefusal } from './refusal.js';
import { ReadSession, type SignedIn } from './read-session.js';

export const SESSION_COOKIE = 'koujing_session';

const OPEN = 'koujing:open';
/** Marks a route that needs no session: signing in, the health check. */
export const WithoutSession = (): CustomDecorator => SetMetadata(OPEN, true);

const FIRST = 'koujing:first-password';
/** Marks what can be done with a first password: choosing another one, and leaving. */
export const WithFirstPassword = (): CustomDecorator => SetMetadata(FIRST, true);

/** What the guard reads of a Fastify request, and what it leaves on it. */
interface GuardedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  signedIn?: SignedIn;
}

const readOnly: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** On every route: a session in force, and on every write its CSRF token. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(ReadSession) private readonly sessions: ReadSession,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marked = (mark: string): boolean =>
      this.reflector.getAllAndOverride<boolean | undefined>(mark, [
        context.getHandler(),
        context.getClass(),
      ]) === true;
    if (marked(OPEN)) return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const signedIn = await this.sessions.signedIn(request.cookies?.[SESSION_COOKIE]);
    const presented = request.headers[csrfHeader];
    if (!readOnly.has(request.method))
      this.sessions.requireCsrf(signedIn.session, Array.isArray(presented) ? presented[0] : presented);
    if (signedIn.mustChangePassword && !marked(FIRST))
      throw new Problem('forbidden', [accessRefusal.passwordMustChange]);
    request.signedIn = signedIn;
    return true;
  }
}

const signedInOf = (context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<GuardedRequest>();
  if (signedIn === undefined) throw new Error('a route without a session has no actor');
  return signedIn;
};

/** The person who asks. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => signedInOf(context).actor,
);

/** The session they ask in. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn =>
  signedInOf(context),
);
