import { may, type Actor, type Role } from '@koujing/access';
import type { OrganId, Reason } from '@koujing/kernel';

const staff: readonly Role[] = ['drafter', 'spokesperson', 'approver', 'coordinator'];

/** Whoever works on releases for the organ, or a coordinator of the office (Art.4). */
export const mayPrepare = (actor: Actor, organId: OrganId): readonly Reason[] =>
  staff.some((role) => may(actor, role, organId).length === 0) ? [] : may(actor, 'drafter', organId);

/** The office: it approves conferences (Art.4, 31). */
export const mayCoordinate = (actor: Actor, organId: OrganId): readonly Reason[] =>
  may(actor, 'coordinator', organId);
