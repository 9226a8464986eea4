import type { NamePerson } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import type { NameOrgan } from '@koujing/organ';
import type { CorrectionDutyView, FindingSummary } from './conflict.api.js';
import type { CorrectionDuty } from './correction-duty.js';
import type { Ruling, StoredFinding } from './stored-finding.js';

/** Names for what findings only hold ids of. */
export interface Names {
  readonly organ: NameOrgan;
  readonly person: NamePerson;
}

export const rulingView = (ruling: Ruling, finding: StoredFinding, names: Names) => ({
  ruling: ruling.ruling,
  leadOrgan: ruling.leadOrganId === null ? null : names.organ(ruling.leadOrganId),
  reason: ruling.reason,
  ruledBy: names.person(ruling.ruledBy),
  ruledAt: civilTime(ruling.ruledAt),
  stands: ruling.factsDigest === finding.factsDigest,
  remembered: ruling.follows !== null,
});

export const dutyView = (duty: CorrectionDuty, names: Names): CorrectionDutyView => ({
  id: duty.id,
  findingId: duty.findingId,
  releaseId: duty.releaseId,
  organ: names.organ(duty.organId),
  kind: duty.kind,
  demand: duty.demand,
  demandEn: duty.demandEn,
  imposedAt: civilTime(duty.imposedAt),
  endedAt: duty.endedAt === null ? null : civilTime(duty.endedAt),
  outcome: duty.outcome,
  outcomeEn: duty.outcomeEn,
});

export const organsOfDuties = (duties: readonly CorrectionDuty[]): readonly string[] =>
  duties.map(({ organId }) => organId);

export const outsideView = (outside: StoredFinding['outside']): FindingSummary['outside'] => {
  if (outside === undefined) return null;
  const { organ, title, site, url, publishedAt } = outside;
  return { organ, title, site, url, publishedAt };
};
