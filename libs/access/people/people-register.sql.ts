import type { Queries } from '@koujing/database';
import type { OrganId, PersonId } from '@koujing/kernel';
import { sql, type RawBuilder } from 'kysely';
import { breakGlassId } from '../emergency/break-glass.js';
import type { Role } from '../access.api.js';
import type { NamedGrant } from '../person-store.sql.js';
import type { Person } from '../person.js';
import type { PeopleQuery } from './people.api.js';

/** A person as the administrators keep the entry. */
export interface KeptPerson extends Omit<Person, 'passwordHash'> {
  readonly phone: string;
  readonly revision: number;
  readonly firstPasswordUntil: Date | null;
  /** Whoever was shown the password was not the one who wanted it shown. */
  readonly openedByTwo: boolean;
  readonly grants: readonly NamedGrant[];
}

/** Whose entries are asked for; null: everybody's. */
type Within = readonly OrganId[] | null;

/** The people of the house, as they are looked for and kept. */
export class PeopleRegister {
  /** One after the other: two administrators who retire each other at once must not both succeed. */
  async lock(queries: Queries): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtext('koujing.people'))`.execute(queries);
  }

  async find(queries: Queries, id: PersonId): Promise<KeptPerson | null> {
    const [person] = await this.#withGrants(queries, sql<boolean>`p.id = ${id} and p.id <> ${breakGlassId}`, {
      limit: 1,
      offset: 0,
    });
    return person ?? null;
  }

  async page(
    queries: Queries,
    query: PeopleQuery,
    within: Within,
  ): Promise<{ readonly items: readonly KeptPerson[]; readonly total: number }> {
    const where = wanted(query, within);
    const { rows } = await sql<{
      total: number;
    }>`select count(*)::int as total from person p where ${where}`.execute(queries);
    const limits = { limit: query.pageSize, offset: (query.page - 1) * query.pageSize };
    return { items: await this.#withGrants(queries, where, limits), total: rows[0]?.total ?? 0 };
  }

  /** Everybody who serves in one of these organs. */
  async idsIn(queries: Queries, organIds: readonly OrganId[]): Promise<readonly PersonId[]> {
    const rows = await queries
      .selectFrom('role_grant')
      .select('person_id')
      .distinct()
      .where(sql<boolean>`organ_id = any(${[...organIds]}::text[])`)
      .execute();
    return rows.map(({ person_id: id }) => id);
  }

  async #withGrants(
    queries: Queries,
    where: RawBuilder<boolean>,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<readonly KeptPerson[]> {
    const { rows } = await sql<PersonRow>`
      select p.id, p.username, p.name, p.email, p.phone, p.disabled, p.revision, p.first_password_until, p.opened_by_two,
        coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'organId', g.organ_id, 'organName', o.name,
            'office', coalesce(o.is_office, false)) order by o.name nulls first, g.role)
          from role_grant g left join organ o on o.id = g.organ_id where g.person_id = p.id), '[]'::jsonb) as grants
      from person p where ${where} order by p.disabled, p.name, p.id limit ${limit} offset ${offset}`.execute(
      queries,
    );
    return rows.map(keptOf);
  }

  async add(
    queries: Queries,
    person: Omit<KeptPerson, 'grants' | 'revision' | 'disabled' | 'openedByTwo'> & {
      readonly passwordHash: string;
    },
  ): Promise<void> {
    const { id, username, name, email, phone, passwordHash, firstPasswordUntil } = person;
    await queries
      .insertInto('person')
      .values({
        ...{ id, username, name, email, phone, disabled: false },
        ...{ password_hash: passwordHash, first_password_until: firstPasswordUntil },
      })
      .execute();
  }

  async revise(
    queries: Queries,
    { id, name, email, phone }: Pick<KeptPerson, 'id' | 'name' | 'email' | 'phone'>,
  ): Promise<void> {
    await queries
      .updateTable('person')
      .set((column) => ({ name, email, phone, revision: column('revision', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  /** Null `until`: the person's own choice. */
  async setPassword(
    queries: Queries,
    id: PersonId,
    { passwordHash, until }: { readonly passwordHash: string; readonly until: Date | null },
  ): Promise<void> {
    await queries
      .updateTable('person')
      .set({ password_hash: passwordHash, first_password_until: until })
      .where('id', '=', id)
      .execute();
  }

  async setOpenedByTwo(queries: Queries, id: PersonId, byTwo: boolean): Promise<void> {
    await queries.updateTable('person').set({ opened_by_two: byTwo }).where('id', '=', id).execute();
  }

  async setRetired(queries: Queries, id: PersonId, retired: boolean): Promise<void> {
    await queries
      .updateTable('person')
      .set((column) => ({ disabled: retired, revision: column('revision', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  /** Those organs, of these, that already have a main leader who is somebody else (Art.5(6)). */
  async organsLedBy(
    queries: Queries,
    organIds: readonly OrganId[],
    other: PersonId,
  ): Promise<readonly { readonly organId: OrganId; readonly organ: string; readonly leader: string }[]> {
    if (organIds.length === 0) return [];
    return queries
      .selectFrom('role_grant')
      .innerJoin('person', 'person.id', 'role_grant.person_id')
      .innerJoin('organ', 'organ.id', 'role_grant.organ_id')
      .select(['organ.id as organId', 'organ.name as organ', 'person.name as leader'])
      .where('role_grant.role', '=', 'principalLeader')
      .where('role_grant.organ_id', 'in', [...organIds])
      .where('person.disabled', '=', false)
      .where('person.id', '!=', other)
      .execute();
  }
}

interface PersonRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly disabled: boolean;
  readonly revision: number;
  readonly first_password_until: Date | string | null;
  readonly opened_by_two: boolean;
  readonly grants: readonly Omit<NamedGrant, 'personId'>[];
}

const keptOf = ({
  first_password_until: until,
  opened_by_two: openedByTwo,
  grants,
  ...person
}: PersonRow): KeptPerson => ({
  ...person,
  openedByTwo,
  firstPasswordUntil: until === null ? null : new Date(until),
  grants: grants.map((grant) => ({ ...grant, role: grant.role as Role, personId: person.id })),
});

const wanted = ({ q = '', organ, role, state }: PeopleQuery, within: Within): RawBuilder<boolean> => {
  const like = `%${q.replaceAll(/[\\%_]/gu, '\\$&')}%`;
  const serves = (condition: RawBuilder<unknown>): RawBuilder<boolean> =>
    sql<boolean>`exists (select 1 from role_grant g where g.person_id = p.id and ${condition})`;
  const parts: readonly (RawBuilder<boolean> | null)[] = [
    // Sealed and opened by its own rules (`emergency/`): nobody keeps it here.
    sql<boolean>`p.id <> ${breakGlassId}`,
    q === '' ? null : sql<boolean>`(p.name ilike ${like} or p.username ilike ${like})`,
    organ === undefined ? null : serves(sql`g.organ_id = ${organ}`),
    role === undefined ? null : serves(sql`g.role = ${role}`),
    state === 'all' ? null : sql<boolean>`p.disabled = ${state === 'retired'}`,
    within === null ? null : serves(sql`g.organ_id = any(${[...within]}::text[])`),
  ];
  const asked = parts.filter((part) => part !== null);
  return asked.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(asked, sql` and `)}`;
};
