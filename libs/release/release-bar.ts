import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { Release, ReleaseVersion } from './release.js';

/** A release that somebody wants to hand in, or to let out. */
export interface AskedRelease {
  readonly at: 'submit' | 'release';
  readonly release: Release;
  readonly version: ReleaseVersion;
}

/**
 * Port for nouns above release that may keep one in: a field headquarters that alone speaks on an incident (Art.22).
 * Asked at submission and again at the release itself, because what it rests on changes in between.
 */
export interface ReleaseBar {
  reasons(queries: Queries, asked: AskedRelease): Promise<readonly Reason[]>;
}

/** What every bar says, in their order. */
export const barReasons = async (
  bars: readonly ReleaseBar[],
  queries: Queries,
  asked: AskedRelease,
): Promise<readonly Reason[]> => {
  const reasons: Reason[] = [];
  for (const bar of bars) reasons.push(...(await bar.reasons(queries, asked)));
  return reasons;
};
