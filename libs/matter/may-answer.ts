import { may, mayInSome, type Actor, type Role } from '@koujing/access';
import type { OrganId, Reason } from '@koujing/kernel';

/** Those who speak for an organ (Art.5(6)): a figure that binds others is nothing that a drafter agrees to. */
const speakers: readonly Role[] = ['approver', 'spokesperson'];

/** The organ's leader or spokesperson, or a coordinator of the office (Art.4). */
export const mayAnswer = (actor: Actor, organId: OrganId): readonly Reason[] =>
  mayAs(actor, organId, speakers);

/** The same, and who drafts for the organ: opening a matter binds nobody yet. */
export const mayOpen = (actor: Actor, organId: OrganId): readonly Reason[] =>
  mayAs(actor, organId, [...speakers, 'drafter']);

/** Whether a matter may be opened at all, before its owner is named. */
export const mayOpenSome = (actor: Actor): readonly Reason[] =>
  mayInSome(actor, ['drafter', 'approver', 'spokesperson', 'coordinator']);

export const coordinates = (actor: Actor, organId: OrganId): boolean =>
  may(actor, 'coordinator', organId).length === 0;

const mayAs = (actor: Actor, organId: OrganId, roles: readonly Role[]): readonly Reason[] => {
  const allowed = coordinates(actor, organId) || roles.some((role) => may(actor, role, organId).length === 0);
  return allowed ? [] : may(actor, 'approver', organId);
};
