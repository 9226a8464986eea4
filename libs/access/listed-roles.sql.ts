import type { Queries } from '@koujing/database';
import type { OrganId, PersonId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Role } from './access.api.js';

/** A role in one organ, as the city's file of people lists it. */
export interface ListedRole {
  readonly organId: OrganId;
  readonly role: Role;
}

/** Keeps what the file of people listed when it was last read, so that a start grants only what is listed newly. */
export class ListedRoles {
  /** What somebody lost since it was listed (SettleLeader) no start gives back. Returns what was granted. */
  async grant(
    queries: Queries,
    personId: PersonId,
    listed: readonly ListedRole[],
  ): Promise<readonly ListedRole[]> {
    const before = await forget(queries, personId);
    const rows = listed.map(({ organId, role }) => ({ person_id: personId, organ_id: organId, role }));
    await queries
      .insertInto('listed_role')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const news = rows.filter(({ organ_id: organId, role }) => !before.has(keyOf(organId, role)));
    if (news.length === 0) return [];
    const granted = await queries
      .insertInto('role_grant')
      .values(news)
      .onConflict((conflict) => conflict.doNothing())
      .returning(['organ_id', 'role'])
      .execute();
    const given = new Set(granted.map(({ organ_id: organId, role }) => keyOf(organId ?? '', role)));
    return listed.filter(({ organId, role }) => given.has(keyOf(organId, role)));
  }

  /** Whoever the file names no more is listed newly if it names them again; what they hold meanwhile, persons decide. */
  async forgetOthers(queries: Queries, personIds: readonly PersonId[]): Promise<void> {
    await queries
      .deleteFrom('listed_role')
      .where(sql<boolean>`person_id <> all(${[...personIds]}::text[])`)
      .execute();
  }
}

const keyOf = (organId: OrganId, role: string): string => `${role} ${organId}`;

/** Locked first: a process that starts at the same moment reads what this one leaves, not what it found. */
const forget = async (queries: Queries, personId: PersonId): Promise<ReadonlySet<string>> => {
  await queries.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
  const rows = await queries
    .deleteFrom('listed_role')
    .where('person_id', '=', personId)
    .returning(['organ_id', 'role'])
    .execute();
  return new Set(rows.map(({ organ_id: organId, role }) => keyOf(organId, role)));
};
