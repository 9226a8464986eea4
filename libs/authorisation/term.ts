import type { TermState } from './authorisation.api.js';

export type { TermState } from './authorisation.api.js';

/** From one instant to another, and revocable in between. */
export interface Term {
  readonly from: Date;
  readonly to: Date;
  readonly revokedAt: Date | null;
}

/** The first instant counts, the last does not: two terms that meet never hold together. */
export const stateAt = ({ from, to, revokedAt }: Term, at: Date): TermState => {
  if (revokedAt !== null && at >= revokedAt) return 'revoked';
  if (at < from) return 'pending';
  return at < to ? 'inForce' : 'expired';
};

export const inForceAt = (term: Term, at: Date): boolean => stateAt(term, at) === 'inForce';
