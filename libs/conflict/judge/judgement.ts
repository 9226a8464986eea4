import { isRelay, relays } from '../attribution.js';
import type { ToldAlike } from '../facts/index.js';
import type { FactConflict } from '../finding.js';
import { isJoint, isUnknownOrgan, type OrganDirectory } from '../organ-directory.js';
import type { ReleaseText } from '../release-text.js';

/** How two releases on one matter stand to each other. */
export type Relation = 'sameOrgan' | 'joint' | 'relay' | 'supersedes' | 'independent';

/** Two releases judged to be about one matter. */
export interface Judgement {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly sameMatter: number;
  readonly duplicate: number;
  readonly relation: Relation;
  /** Updates left out. */
  readonly conflicts: readonly FactConflict[];
  /** What both give that agrees: asked last, since it takes as long as comparing all the facts. */
  readonly toldAlike: () => ToldAlike;
  /** Whether each is the other's nearest among all that other organs released (`counterpart.ts`): two searches, so asked last. */
  readonly counterparts: () => boolean;
  /** Two like events in two districts, whatever their words share. */
  readonly twoEvents: boolean;
  /** Set where only company shows one matter (`counterpart.ts`): what holds of the two where it does not. */
  readonly instead?: readonly Judgement[];
}

export function relationOf(a: ReleaseText, b: ReleaseText, directory: OrganDirectory): Relation {
  if (a.supersedes === b.id || b.supersedes === a.id) return 'supersedes';
  if (directory.same(a.organ, b.organ)) return 'sameOrgan';
  if (isJoint(a, b, directory)) return 'joint';
  if (relays(a, b, directory) || relays(b, a, directory)) return 'relay';
  if (isRelay(a, directory) || isRelay(b, directory)) return 'relay';
  return 'independent';
}

/** Neither organ is unknown, and they are two. */
export const acrossOrgans = (a: ReleaseText, b: ReleaseText, directory: OrganDirectory): boolean =>
  !isUnknownOrgan(a.organ) && !isUnknownOrgan(b.organ) && !directory.same(a.organ, b.organ);
