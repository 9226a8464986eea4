import type { Reach } from '@koujing/audit';
import type { OrganId, Reason } from '@koujing/kernel';
import { inOffice, type Actor } from '../actor.js';
import type { Role } from '../access.api.js';
import { accessRefusal } from '../refusal.js';

/** Whoever answers for an organ's accounts, and whoever audits. */
const readers: readonly Role[] = ['auditor', 'administrator'];

/** The office's auditor and administrator read over the whole city (Art.4); an organ's read what is their organ's. */
export const recordReach = (actor: Actor): Reach => {
  if (readers.some((role) => inOffice(actor, role))) return { all: true };
  const organIds = actor.grants
    .filter(({ role }) => readers.includes(role))
    .flatMap(({ organId }): readonly OrganId[] => (organId === null ? [] : [organId]));
  return { all: false, organIds: [...new Set(organIds)] };
};

export const readReasons = (actor: Actor): readonly Reason[] => {
  const reach = recordReach(actor);
  return reach.all || reach.organIds.length > 0 ? [] : [accessRefusal.lacksRole('auditor')];
};

/** The chain runs through the acts of every organ: what does not hold in it is the office's business. */
export const verifyReasons = (actor: Actor): readonly Reason[] =>
  recordReach(actor).all ? [] : [accessRefusal.recordOfOffice];
