import type { OrganId } from '@koujing/kernel';
import type { Role } from './access.api.js';
import type { Actor } from './actor.js';

/** What a person may read of other organs. Every list and every page asks here and nowhere else (DESIGN: "Security"). */
export type Visibility =
  { readonly all: true } | { readonly all: false; readonly organIds: readonly OrganId[] };

/** What decides whether a release is seen: whose it is, whom it concerns, and whether the public has it already. */
export interface Seen {
  readonly organId: OrganId;
  readonly jointOrganIds: readonly OrganId[];
  /** The superior it was sent up to. */
  readonly superiorOrganId?: OrganId | null;
  readonly released: boolean;
}

/** The office and city-wide roles read over all organs (Art.4); everyone else reads for the organs they serve. */
export const visibilityOf = (actor: Actor): Visibility => {
  if (actor.grants.some((grant) => grant.organId === null || grant.office)) return { all: true };
  return { all: false, organIds: actor.grants.flatMap((grant) => grant.organId ?? []) };
};

/** Who writes, signs or releases for an organ: what an organ owes is theirs to do. */
export const actingRoles: readonly Role[] = ['drafter', 'approver', 'principalLeader', 'spokesperson'];

/** The organs for which somebody holds one of these roles. */
export const reachAs = (actor: Actor, roles: readonly Role[]): Visibility => {
  const grants = actor.grants.filter(({ role }) => roles.includes(role));
  if (grants.some(({ organId }) => organId === null)) return { all: true };
  return { all: false, organIds: grants.flatMap(({ organId }) => organId ?? []) };
};

/** An organ's own releases, those it is asked to confirm or to approve as superior, and what is public anyway. */
export const sees = (visibility: Visibility, release: Seen): boolean =>
  visibility.all ||
  release.released ||
  [release.organId, ...release.jointOrganIds, release.superiorOrganId ?? ''].some((organId) =>
    visibility.organIds.includes(organId),
  );
