/** Failures of one key (a person from one address, or one address as a whole). */
export interface LoginFailures {
  readonly failures: number;
  /** Until when nothing is tried; a past instant tells when the last failure was. */
  readonly blockedUntil: Date | null;
}

/**
 * A person at one address has five free tries, an address as a whole fifty (an office behind one router).
 * Nobody is ever locked out from elsewhere: a stranger who guesses blocks only his own address.
 */
export const FREE_TRIES = { personAtAddress: 5, address: 50 } as const;

const FIRST_BLOCK_MS = 30_000;
const LONGEST_BLOCK_MS = 15 * 60_000;
/** After an hour's quiet the count starts anew. */
const FORGET_MS = 3_600_000;

export const blockedForMs = (known: LoginFailures | null, now: Date): number =>
  Math.max(0, (known?.blockedUntil?.getTime() ?? 0) - now.getTime());

/** The count after one more failure; every failure past the free ones doubles the wait. */
export const afterFailure = (known: LoginFailures | null, freeTries: number, now: Date): LoginFailures => {
  const quietMs = now.getTime() - (known?.blockedUntil?.getTime() ?? 0);
  const failures = known === null || quietMs > FORGET_MS ? 1 : known.failures + 1;
  const excess = failures - freeTries;
  const blockMs = excess < 0 ? 0 : Math.min(LONGEST_BLOCK_MS, FIRST_BLOCK_MS * 2 ** excess);
  return { failures, blockedUntil: new Date(now.getTime() + blockMs) };
};
