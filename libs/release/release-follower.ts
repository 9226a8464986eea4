import type { Queries } from '@koujing/database';
import type { Actor } from '@koujing/access';
import type { Release, ReleaseVersion } from './release.js';

/** What happened to a release. `revised` is told only when the digest changed, `relinked` when only its matter did. */
export interface ReleaseChange {
  readonly kind: 'created' | 'revised' | 'relinked' | 'submitted' | 'takenBack' | 'approved' | 'withdrawn';
  readonly release: Release;
  readonly version: ReleaseVersion;
  readonly actor: Actor;
}

/**
 * Port for nouns above release that must move with it in the same transaction:
 * sign-off voids signatures, conflict gives its advice.
 */
export interface ReleaseFollower {
  follow(queries: Queries, change: ReleaseChange): Promise<void>;
}
