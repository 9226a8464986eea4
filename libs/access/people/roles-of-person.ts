import type { Queries } from '@koujing/database';
import type { PersonId, Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { accessRefusal } from '../refusal.js';
import { grantChanges, grantReasons } from './person-reasons.js';
import type { GrantInput } from './people.api.js';
import type { PeopleParts } from './people-parts.js';

interface Change {
  readonly personId: PersonId;
  readonly before: readonly GrantInput[];
  readonly after: readonly GrantInput[];
}

/** Why these roles cannot be given and taken: by whom, to oneself, in which organ, and one main leader each (Art.5(6)). */
export const changeReasons = async (
  { organs, register }: PeopleParts,
  queries: Queries,
  { personId, before, after }: Change,
  actor: Actor,
): Promise<readonly Reason[]> => {
  const { granted, revoked } = grantChanges(before, after);
  if (granted.length + revoked.length === 0) return [];
  if (personId === actor.personId) return [accessRefusal.ownRoles];
  const known = new Set((await organs.all(queries)).map(({ id }) => id));
  const unknown = granted.filter(({ organId }) => organId !== null && !known.has(organId));
  const led = granted.flatMap(({ role, organId }) =>
    role === 'principalLeader' && organId !== null ? [organId] : [],
  );
  return [
    ...grantReasons(actor, [...granted, ...revoked]),
    ...unknown.map(({ organId }) => accessRefusal.unknownOrgan(organId ?? '')),
    ...(await register.organsLedBy(queries, led, personId)).map(({ organ, leader }) =>
      accessRefusal.leaderTaken(organ, leader),
    ),
  ];
};

/** Grants and takes, and tells what. */
export const applyGrants = async (
  { people }: PeopleParts,
  queries: Queries,
  { personId, before, after }: Change,
): Promise<ReturnType<typeof grantChanges>> => {
  const changes = grantChanges(before, after);
  for (const grant of changes.granted) await people.grant(queries, { personId, ...grant });
  for (const grant of changes.revoked) await people.revoke(queries, { personId, ...grant });
  return changes;
};
