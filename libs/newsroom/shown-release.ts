import type { ReleaseState } from '@koujing/release';

/** What is known of a release that concerns an outlet. */
export interface Candidate {
  readonly releaseId: string;
  readonly state: ReleaseState;
  /** The highest version. */
  readonly version: number;
  readonly scheduledAt: Date | null;
  /** The version that stands on the portal now; null where none does. */
  readonly publicVersion: number | null;
  /** It was out once. */
  readonly wasOut: boolean;
  /** The newest version of which a copy was sent to one of the outlet's addresses; null if none was. */
  readonly sentVersion: number | null;
}

/** What the outlet is shown of it. */
export type Standing =
  | { readonly kind: 'out'; readonly version: number }
  /** Sent before its hour, approved as it was sent, and still waiting for it. */
  | { readonly kind: 'embargoed'; readonly version: number; readonly until: Date | null }
  /** Sent before its hour, and then called off, held or changed: not to be used. */
  | { readonly kind: 'heldBack'; readonly version: number }
  | { readonly kind: 'withdrawn' };

/**
 * Pure. Null: not this outlet's to see. An embargoed copy counts for exactly the version that was sent: what was changed
 * since has been approved by nobody for this outlet. What is out comes after the portal (Art.17).
 */
export const standingOf = (candidate: Candidate): Standing | null => {
  const { state, version, publicVersion, wasOut, sentVersion, scheduledAt } = candidate;
  const waits = state === 'scheduled' || state === 'released';
  if (waits && sentVersion === version && version > (publicVersion ?? 0))
    return { kind: 'embargoed', version, until: scheduledAt };
  if (wasOut && state === 'withdrawn') return { kind: 'withdrawn' };
  if (publicVersion !== null) return { kind: 'out', version: publicVersion };
  // Out in the next seconds: its page is being written.
  if (wasOut || sentVersion === null) return null;
  return { kind: 'heldBack', version: sentVersion };
};
