import { sees, visibilityOf, type Actor } from '@koujing/access';
import type { Release } from '@koujing/release';

/** Whoever sees it only because it is out sees what is out, and no draft before or after it. */
export const isOnlooker = (release: Release, actor: Actor): boolean =>
  !sees(visibilityOf(actor), { ...release, released: false });

/** The version that this person reads. */
export const shownVersion = (release: Release, actor: Actor): number =>
  isOnlooker(release, actor) ? (release.releasedVersion ?? release.version) : release.version;

export const isShown = (release: Release, version: number, actor: Actor): boolean =>
  !isOnlooker(release, actor) || version === release.releasedVersion;
