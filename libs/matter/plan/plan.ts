import { may, servesAs, type Actor } from '@koujing/access';
import type { OrganId, PersonId, ReleaseId } from '@koujing/kernel';
import type { ReleaseKind } from '@koujing/release';
import { coordinates } from '../may-answer.js';
import type { PlanState, ReleaseLevel } from './plan.api.js';
import type { ReleaseForm } from './release-form.api.js';

/** A release or a conference that a plan foresees, and what it became. */
export interface PlanPart {
  readonly id: string;
  readonly kind: 'release' | 'conference';
  readonly organId: OrganId;
  readonly title: string;
  /** ISO 8601. */
  readonly plannedAt: string | null;
  readonly releaseId: ReleaseId | null;
  readonly conferenceNumber: string;
}

/** 新闻发布方案 of a matter deliberated at a meeting of the city committee or government (Art.18). */
export interface ReleasePlan {
  readonly id: string;
  readonly meetingOrganId: OrganId;
  readonly meeting: string;
  /** Civil date. */
  readonly metOn: string;
  readonly item: string;
  readonly leadOrganId: OrganId;
  readonly outline: string;
  readonly kind: ReleaseKind;
  readonly proposedLevel: ReleaseLevel;
  readonly proposedForm: ReleaseForm;
  readonly level: ReleaseLevel | null;
  readonly form: ReleaseForm | null;
  readonly dueAt: Date;
  readonly parts: readonly PlanPart[];
  readonly state: PlanState;
  readonly draftedBy: PersonId;
  readonly proposedBy: PersonId | null;
  readonly proposedAt: Date | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date | null;
  /** Whose decision on paper was recorded; '' if the leader decided here. */
  readonly leader: string;
  readonly decisionNote: string;
  readonly endedBy: PersonId | null;
  readonly endedAt: Date | null;
  readonly endNote: string;
  readonly matterId: string | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const isWritable = ({ state }: Pick<ReleasePlan, 'state'>): boolean =>
  state === 'draft' || state === 'returned';

export const isEnded = ({ state }: Pick<ReleasePlan, 'state'>): boolean =>
  state === 'executed' || state === 'lapsed';

/** Approved, and its hour has passed. What nobody approved binds nobody. */
export const isOverdue = (plan: Pick<ReleasePlan, 'state' | 'dueAt'>, now: Date): boolean =>
  plan.state === 'approved' && plan.dueAt <= now;

/** Everyone whose business it is. */
export const organsOfPlan = (plan: ReleasePlan): readonly OrganId[] => [
  ...new Set([plan.meetingOrganId, plan.leadOrganId, ...plan.parts.map(({ organId }) => organId)]),
];

/** A leader of the committee or government whose meeting it was; else the office, which records a decision on paper. */
export const decidesHow = (
  plan: Pick<ReleasePlan, 'meetingOrganId'>,
  actor: Actor,
): 'here' | 'paper' | null => {
  if (servesAs(actor, ['approver'], plan.meetingOrganId)) return 'here';
  return coordinates(actor, plan.meetingOrganId) ? 'paper' : null;
};

export const speaksForLead = (plan: Pick<ReleasePlan, 'leadOrganId'>, actor: Actor): boolean =>
  servesAs(actor, ['approver', 'spokesperson'], plan.leadOrganId);

export const planDrafters = ['drafter', 'approver', 'spokesperson'] as const;

export const draftsForLead = (leadOrganId: OrganId, actor: Actor): boolean =>
  planDrafters.some((role) => may(actor, role, leadOrganId).length === 0);
