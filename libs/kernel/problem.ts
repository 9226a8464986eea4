import type { Reason } from './reason.js';

/** Problem code → HTTP status. The only place where the two meet. */
export const problemStatus = {
  badInput: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  stale: 409,
  gone: 410,
  tooLarge: 413,
  unsupported: 415,
  refused: 422,
  tooManyRequests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Thrown when a request cannot be served; its code and reasons carry nothing that a stranger may not read. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly reasons: readonly [Reason, ...Reason[]],
    /** The person who was tried for, for our own log and never for the answer. */
    readonly about: string | null = null,
  ) {
    super(reasons.map((reason) => reason.message).join('；'));
  }

  get status(): number {
    return problemStatus[this.code];
  }
}

/** Asked too often; the answer says when to come back (`Retry-After`). */
export class TooManyRequests extends Problem {
  readonly retryAfterS: number;

  constructor(
    reason: (seconds: number) => Reason,
    waitMs: number,
    /** They were told before and went on: one line of the log is enough. */
    readonly again = false,
  ) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
    super('tooManyRequests', [reason(seconds)]);
    this.retryAfterS = seconds;
  }
}
