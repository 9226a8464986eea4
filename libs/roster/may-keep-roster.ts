import { accessRefusal, inOffice, may, type Actor, type Role } from '@koujing/access';
import type { OrganId, Reason } from '@koujing/kernel';

const keepers: readonly Role[] = ['coordinator', 'administrator', 'approver'];

/** The organ's own leader or administrator, or the office's coordinator or administrator (Art.4, 9). */
export const mayKeepRoster = (actor: Actor, organId: OrganId): readonly Reason[] =>
  keepers.some((role) => may(actor, role, organId).length === 0) ? [] : may(actor, 'approver', organId);

/** The city's list is the office's to publish (Art.9). */
export const mayPublishRoster = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'coordinator') || inOffice(actor, 'administrator')
    ? []
    : [accessRefusal.lacksRole('coordinator')];

/** The register of organs is kept by the office's administrator (Art.4). */
export const mayKeepOrgans = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'administrator') ? [] : [accessRefusal.lacksRole('administrator')];
