import { holds, may, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { Release } from '@koujing/release';
import type { RulingInput } from './conflict.api.js';
import { conflictRefusal } from './ruling-refusal.js';
import type { StoredFinding } from './stored-finding.js';

/** Why this person may not rule at all. A coordinator of the office rules (Art.4); never on a text of their own. */
export const reasonsToRule = (
  finding: StoredFinding,
  releases: readonly Release[],
  actor: Actor,
): readonly Reason[] => [
  ...(holds(actor, 'coordinator') ? [] : may(actor, 'coordinator', releases[0]?.organId ?? '')),
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
export const rulingReasons = (input: RulingInput, releases: readonly Release[]): readonly Reason[] => {
  const prefers = input.ruling === 'preferA' || input.ruling === 'preferB';
  if (prefers && releases.length !== 2) return [conflictRefusal.needsTwo];
  if (input.ruling !== 'joint') return [];
  const lead = releases.some((release) => release.organId === input.leadOrganId);
  return lead ? [] : [conflictRefusal.needsLead];
};
