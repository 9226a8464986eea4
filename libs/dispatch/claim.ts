import type { Delivery } from './delivery.js';

/** Leases run on the database's clock. Longer delays the probe of a dead worker's rows; shorter loses live ones to a pause. */
export const leaseMs = 30_000;
export const renewEveryMs = 10_000;
export const sweepEveryMs = 10_000;
/** A machine whose clock is further off than this sends nothing: its due times and embargoes would be wrong. */
export const maxClockSkewMs = 5_000;

/** A row that is this worker's alone until its lease ends. The intent is already committed. */
export interface Claim {
  readonly row: Delivery;
  /** `probe` asks the channel what became of an earlier try; it never publishes. */
  readonly action: 'send' | 'probe';
  /** On this process's monotonic clock, taken before the claim was made: never later than the database's. */
  readonly leaseEndsAt: number;
}

/** Why nothing was claimed although rows may be due. */
export type Refusal =
  | { readonly kind: 'held' }
  /** The disk is full or broken: an outcome could not be kept. */
  | { readonly kind: 'cannotKeep' }
  | { readonly kind: 'clockSkew'; readonly skewMs: number };

export type ClaimResult = { readonly kind: 'claimed'; readonly claims: readonly Claim[] } | Refusal;
