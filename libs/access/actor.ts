import type { OrganId, PersonId, Reason } from '@koujing/kernel';
import { type Role } from './access.api.js';
import { rolesThatMay } from './roles-that-may.api.js';
import { accessRefusal } from './refusal.js';

/** A role in one organ; `organId` null means in all organs. */
export interface Grant {
  readonly role: Role;
  readonly organId: OrganId | null;
  /** True if the organ is the competent office (Art.4). */
  readonly office: boolean;
}

/** Who asks. Built from the session at every request, so that a revoked grant ends at once. */
export interface Actor {
  readonly personId: PersonId;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** When this person last entered the password in this session; none where no session stands behind the act. */
  readonly provedAt?: Date | null;
  /** A program whose key is for reading alone: nothing that it asks follows a write of its own. */
  readonly onlyReads?: true;
}

/** Roles that, held in the office, reach over every organ: Art.4 coordinates and supervises the whole city. */
const cityWide: ReadonlySet<Role> = new Set(['coordinator', 'administrator', 'auditor']);

/** Why this person may not act in that role for that organ; empty if they may. */
export const may = (actor: Actor, role: Role, organId: OrganId): readonly Reason[] =>
  actor.grants.some((grant) => includes(grant.role, role) && covers(grant, organId))
    ? []
    : [accessRefusal.lacksRole(role)];

/** A person of this very organ in one of these roles: whose reach is the whole city is none. */
export const servesAs = (actor: Actor, roles: readonly Role[], organId: OrganId): boolean =>
  actor.grants.some((grant) => grant.organId === organId && roles.some((role) => includes(grant.role, role)));

const includes = (held: Role, asked: Role): boolean => rolesThatMay(asked).includes(held);

const covers = (grant: Grant, organId: OrganId): boolean =>
  grant.organId === null || grant.organId === organId || (grant.office && cityWide.has(grant.role));

/** Holds the role anywhere. */
export const holds = (actor: Actor, role: Role): boolean =>
  actor.grants.some((grant) => includes(grant.role, role));

/** Why this person may act in none of these roles for any organ; empty if they may for one. The first is the one to ask for. */
export const mayInSome = (actor: Actor, roles: readonly [Role, ...Role[]]): readonly Reason[] =>
  roles.some((role) => holds(actor, role)) ? [] : [accessRefusal.lacksRole(roles[0])];

/** Holds the role in the competent office, or for the whole city (Art.4). */
export const inOffice = (actor: Actor, role: Role): boolean =>
  actor.grants.some((grant) => includes(grant.role, role) && (grant.organId === null || grant.office));
