import { accessRefusal, inOffice, may, mayInSome, type Actor, type Role } from '@koujing/access';
import type { OrganId, Reason } from '@koujing/kernel';

const staff: readonly [Role, ...Role[]] = ['drafter', 'spokesperson', 'approver', 'coordinator'];

/** Whoever works on releases for the organ, or a coordinator of the office (Art.4). */
export const mayPrepare = (actor: Actor, organId: OrganId): readonly Reason[] =>
  staff.some((role) => may(actor, role, organId).length === 0) ? [] : may(actor, 'drafter', organId);

/** Whether a conference may be planned at all, before its organ is named. */
export const mayPrepareSome = (actor: Actor): readonly Reason[] => mayInSome(actor, staff);

/** The office: it approves conferences (Art.4, 31). */
export const mayCoordinate = (actor: Actor, organId: OrganId): readonly Reason[] =>
  may(actor, 'coordinator', organId);

/** Who must keep up routine release is for the office to say, never for the organ itself (Art.29). */
export const maySetRoutineDuty = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'coordinator') || inOffice(actor, 'administrator')
    ? []
    : [accessRefusal.lacksRole('coordinator')];
