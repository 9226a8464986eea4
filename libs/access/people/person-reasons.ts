import type { OrganId, Reason } from '@koujing/kernel';
import { inOffice, may, mayInSome, type Actor, type Grant } from '../actor.js';
import { roleSchema, type Role } from '../access.api.js';
import { accessRefusal } from '../refusal.js';
import type { GrantInput } from './people.api.js';

/** Whoever holds these anywhere coordinates or audits: the office alone says who does (Art.4). */
const ofOffice: readonly Role[] = ['coordinator', 'auditor'];

/** Who keeps people at all: the office's administrator, and an organ's for that organ. */
export const keeperReasons = (actor: Actor): readonly Reason[] => mayInSome(actor, ['administrator']);

/** What concerns everybody is for the office's administrators. */
export const everybodyReasons = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'administrator') ? [] : [accessRefusal.lacksRole('administrator')];

/** Auditors read whom they audit. */
export const readPeopleReasons = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'auditor') ? [] : keeperReasons(actor);

/** The organs in which the actor may grant; null: everywhere. */
export const grantableOrgans = (actor: Actor): readonly OrganId[] | null =>
  inOffice(actor, 'administrator')
    ? null
    : actor.grants
        .filter(({ role }) => role === 'administrator')
        .flatMap(({ organId }) => (organId === null ? [] : [organId]));

export const grantableRoles = (actor: Actor): readonly Role[] =>
  roleSchema.options.filter((role) => inOffice(actor, 'administrator') || !ofOffice.includes(role));

export const sameGrant = (a: GrantInput, b: GrantInput): boolean =>
  a.role === b.role && a.organId === b.organId;

/** What a change of roles gives and takes. */
export const grantChanges = (
  before: readonly GrantInput[],
  after: readonly GrantInput[],
): { readonly granted: readonly GrantInput[]; readonly revoked: readonly GrantInput[] } => {
  const once = after.filter((grant, index) => after.findIndex((other) => sameGrant(grant, other)) === index);
  return {
    granted: once.filter((grant) => !before.some((other) => sameGrant(grant, other))),
    revoked: before.filter((grant) => !after.some((other) => sameGrant(grant, other))),
  };
};

const overGrant = (actor: Actor, { role, organId }: GrantInput): readonly Reason[] => {
  if (inOffice(actor, 'administrator')) return [];
  if (organId === null) return [accessRefusal.lacksRole('administrator')];
  const missing = may(actor, 'administrator', organId);
  return missing.length === 0 && ofOffice.includes(role) ? [accessRefusal.roleOfOffice(role)] : missing;
};

/** Why the actor may not grant or take these roles; each reason once. */
export const grantReasons = (actor: Actor, changed: readonly GrantInput[]): readonly Reason[] => {
  const reasons = changed.flatMap((grant) => overGrant(actor, grant));
  return reasons.filter(({ code }, index) => reasons.findIndex((other) => other.code === code) === index);
};

/**
 * Why the actor may not keep this person's entry. An organ's administrator keeps those who serve in that organ alone:
 * whoever can give somebody a new password can act as them, in every organ that they serve.
 */
export const entryReasons = (actor: Actor, grants: readonly Grant[]): readonly Reason[] => {
  const missing = keeperReasons(actor);
  if (missing.length > 0 || inOffice(actor, 'administrator')) return missing;
  const isOwn =
    grants.length > 0 &&
    grants.every(({ organId }) => organId !== null && may(actor, 'administrator', organId).length === 0);
  return isOwn ? [] : [accessRefusal.servesElsewhere];
};

/** What nobody does to themselves: a second person must have looked. */
export const otherReasons = (actor: Actor, personId: string): readonly Reason[] =>
  actor.personId === personId ? [accessRefusal.notYourself] : [];
