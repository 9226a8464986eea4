import { accessRefusal, inOffice, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { Release } from '@koujing/release';
import type { RulingInput } from './conflict.api.js';
import { conflictRefusal } from './ruling-refusal.js';
import type { StoredFinding } from './stored-finding.js';

/** The office coordinates the city (Art.4): who holds the role in a party to the conflict would be judge in their own cause. */
export const coordinatorReasons = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'coordinator') ? [] : [accessRefusal.lacksRole('coordinator')];

/** Why this person may not rule at all; a coordinator of the office does not rule on a text of their own. */
export const reasonsToRule = (
  finding: StoredFinding,
  releases: readonly Release[],
  actor: Actor,
): readonly Reason[] => [
  ...coordinatorReasons(actor),
  ...(finding.state === 'closed' ? [conflictRefusal.closed] : []),
  ...(releases.some((release) => release.draftedBy === actor.personId)
    ? [conflictRefusal.coordinatorIsDrafter]
    : []),
];

export const reasonsToCoordinate = (
  finding: StoredFinding,
  releases: readonly Release[],
  actor: Actor,
): readonly Reason[] => [
  ...reasonsToRule(finding, releases, actor),
  ...(finding.state === 'coordinating' ? [conflictRefusal.alreadyCoordinating] : []),
];

/** Why this ruling does not fit this finding. */
export const rulingReasons = (
  input: RulingInput,
  finding: Pick<StoredFinding, 'kind' | 'outsideOther'>,
  releases: readonly Release[],
): readonly Reason[] => {
  const isOutside = finding.outsideOther !== undefined;
  switch (input.ruling) {
    case 'letStand':
    case 'notAConflict':
      return [];
    case 'preferA':
    case 'preferB':
      if (isOutside) return [conflictRefusal.standsOutside];
      if (finding.kind === 'gap') return [conflictRefusal.gapHasNoText];
      return releases.length === 2 ? [] : [conflictRefusal.needsTwo];
    case 'withdraw': {
      if (isOutside) return [conflictRefusal.standsOutside];
      if (finding.kind === 'gap') return [conflictRefusal.gapHasNoText];
      const named = input.releaseId === undefined || releases.some(({ id }) => id === input.releaseId);
      return named ? [] : [conflictRefusal.needsNamed];
    }
    case 'joint': {
      if (isOutside) return [conflictRefusal.standsOutside];
      if (finding.kind === 'gap') return [conflictRefusal.gapHasNoText];
      const lead = releases.some((release) => release.organId === input.leadOrganId);
      return lead ? [] : [conflictRefusal.needsLead];
    }
  }
};
