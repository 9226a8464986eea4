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
import { csrfHeader } from './csrf.api.js';
import type { Actor } from './actor.js';
import { accessRefusal } from './refusal.js';
import type { Scope } from './keys/key.api.js';
import type { Admission } from './still-in.js';
import { LetIn } from './let-in.js';
import type { SignedIn } from './read-session.js';
import { COOKIE_OPTIONS, sessionCookie, type CookieOptions } from './session-cookie.js';

const OPEN = 'koujing:open';
type Counted = 'counted' | 'uncounted';
/**
 * Marks a route that needs no session: signing in, the health check. Requests are counted by address; not where a whole office,
 * or the portal for the whole public, asks from one, and the route has a limit of its own or costs nothing.
 */
export const WithoutSession = (counted: Counted = 'counted'): CustomDecorator => SetMetadata(OPEN, counted);

/** Is this route anybody's, without a session or a key? */
export const isOpen = (controller: object, handler: object): boolean =>
  [controller, handler].some((marked) => Reflect.getMetadata(OPEN, marked) !== undefined);

const FIRST = 'koujing:first-password';
/** Marks what can be done with a first password: choosing another one, and leaving. */
export const WithFirstPassword = (): CustomDecorator => SetMetadata(FIRST, true);

const FACTOR = 'koujing:without-factor';
/** Marks what can be done before the second factor that a role asks for is set up: setting it up, and leaving. */
export const WithoutFactor = (): CustomDecorator => SetMetadata(FACTOR, true);

const SCOPE = 'koujing:scope';
/** Marks what a program may do with a key that was given this scope. Without the mark a route is a person's alone. */
export const ForKeys = (scope: Scope): CustomDecorator => SetMetadata(SCOPE, scope);

/** What a key needs for this route; undefined where no key will do. */
export const scopeOf = (handler: object): Scope | undefined =>
  Reflect.getMetadata(SCOPE, handler) as Scope | undefined;

/** What the guard reads of a Fastify request, and what it leaves on it. */
export interface GuardedRequest {
  readonly ip: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  actor?: Actor;
  /** The session of a person who signed in; a program has none. */
  signedIn?: SignedIn;
  /** The key that a program came with. */
  apiKey?: string;
  admission?: Admission;
}

const readOnly: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** `Authorization: Bearer koujing_…` */
const bearerOf = ({ headers }: GuardedRequest): string | null => {
  const { authorization } = headers;
  return typeof authorization === 'string' && authorization.startsWith('Bearer ')
    ? authorization.slice(7)
    : null;
};

/**
 * On every route: a session in force, and on every write its CSRF token; or a key that was given for it. No browser sends a
 * key by itself, so that no other site can make it do so.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(LetIn) private readonly letIn: LetIn,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const placed = [context.getHandler(), context.getClass()];
    const marked = (mark: string): boolean => this.reflector.getAllAndOverride(mark, placed) === true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const open = this.reflector.getAllAndOverride<Counted | undefined>(OPEN, placed);
    if (open === 'counted') this.letIn.anybody(request.ip);
    if (open !== undefined) return true;
    const bearer = bearerOf(request);
    if (bearer !== null) {
      await this.#letKeyIn(request, bearer, scopeOf(context.getHandler()));
      return true;
    }
    const signedIn = await this.#letSessionIn(request);
    if (!readOnly.has(request.method)) this.letIn.requireCsrf(signedIn, request.headers[csrfHeader]);
    if (signedIn.mustChangePassword && !marked(FIRST))
      throw new Problem('forbidden', [accessRefusal.passwordMustChange]);
    if (signedIn.mustSetUpFactor && !marked(FACTOR))
      throw new Problem('forbidden', [accessRefusal.factorMustBeSetUp]);
    return true;
  }

  async #letKeyIn(request: GuardedRequest, bearer: string, scope: Scope | undefined): Promise<void> {
    const { actor, key } = await this.letIn.byKey(bearer, { scope, address: request.ip });
    // Whoever is sent away below is named in the log.
    request.actor = actor;
    request.apiKey = key.id;
    request.admission = { by: 'key', digest: key.secretDigest };
    this.letIn.count(request.admission);
  }

  async #letSessionIn(request: GuardedRequest): Promise<SignedIn> {
    const signedIn = await this.letIn.bySession(request.cookies?.[sessionCookie(this.cookies)]);
    request.signedIn = signedIn;
    request.actor = signedIn.actor;
    request.admission = { by: 'session', digest: signedIn.session.id };
    this.letIn.count(request.admission);
    return signedIn;
  }
}

const requestOf = (context: ExecutionContext): GuardedRequest =>
  context.switchToHttp().getRequest<GuardedRequest>();

/** The person who asks, or in whose name a program does. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (actor === undefined) throw new Error('a route that is open to everybody has no actor');
  return actor;
});

/** The session they ask in. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = requestOf(context);
  if (signedIn === undefined) throw new Error('a route that programs may use has no session');
  return signedIn;
});

/** What let them in, for an answer that has no end. */
export const CurrentAdmission = createParamDecorator((_: unknown, context: ExecutionContext): Admission => {
  const { admission } = requestOf(context);
  if (admission === undefined) throw new Error('a route that is open to everybody lets nobody in');
  return admission;
});
