import type { Queries } from '@koujing/database';
import type { OrganId, PersonId } from '@koujing/kernel';
import { type Role } from './access.api.js';
import { rolesThatMay } from './roles-that-may.api.js';
import type { Actor } from './actor.js';
import type { Person, RoleGrant } from './person.js';

/** A grant with the organ's name, for the console. */
export interface NamedGrant extends RoleGrant {
  readonly organName: string | null;
  readonly office: boolean;
}

/** A person of an organ, for those who choose one. */
interface Serving {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: Role[];
}

export class PersonStore {
  async find(queries: Queries, id: PersonId): Promise<Person | null> {
    const row = await queries.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : personOf(row);
  }

  /** What persons are called; who is not a person (`system:…`) is left out. */
  async names(queries: Queries, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
    if (ids.length === 0) return new Map();
    const rows = await queries
      .selectFrom('person')
      .select(['id', 'name'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async byUsername(queries: Queries, username: string): Promise<Person | null> {
    const row = await queries
      .selectFrom('person')
      .selectAll()
      .where('username', '=', username)
      .executeTakeFirst();
    return row === undefined ? null : personOf(row);
  }

  async save(queries: Queries, person: Person): Promise<void> {
    const values = {
      username: person.username,
      name: person.name,
      email: person.email,
      password_hash: person.passwordHash,
      disabled: person.disabled,
    };
    await queries
      .insertInto('person')
      .values({ id: person.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async grant(queries: Queries, grant: RoleGrant): Promise<void> {
    await queries
      .insertInto('role_grant')
      .values({ person_id: grant.personId, organ_id: grant.organId, role: grant.role })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async revoke(queries: Queries, grant: RoleGrant): Promise<void> {
    await queries
      .deleteFrom('role_grant')
      .where('person_id', '=', grant.personId)
      .where('role', '=', grant.role)
      .where('organ_id', grant.organId === null ? 'is' : '=', grant.organId)
      .execute();
  }

  async grants(queries: Queries, personId: PersonId): Promise<readonly NamedGrant[]> {
    const rows = await queries
      .selectFrom('role_grant')
      .leftJoin('organ', 'organ.id', 'role_grant.organ_id')
      .select(['role_grant.role', 'role_grant.organ_id', 'organ.name', 'organ.is_office'])
      .where('role_grant.person_id', '=', personId)
      .orderBy('role_grant.role')
      .execute();
    return rows.map((row) => ({
      personId,
      role: row.role as Role,
      organId: row.organ_id,
      organName: row.name,
      office: row.is_office ?? false,
    }));
  }

  /** The person as an actor; null if unknown or disabled. */
  async actor(queries: Queries, personId: PersonId): Promise<Actor | null> {
    const person = await this.find(queries, personId);
    if (person === null || person.disabled) return null;
    return { personId, name: person.name, grants: await this.grants(queries, personId) };
  }

  /** Everybody who may sign in, with their grants. */
  async actors(queries: Queries): Promise<readonly Actor[]> {
    const rows = await queries
      .selectFrom('person')
      .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
      .leftJoin('organ', 'organ.id', 'role_grant.organ_id')
      .select(['person.id', 'person.name', 'role_grant.role', 'role_grant.organ_id', 'organ.is_office'])
      .where('person.disabled', '=', false)
      .orderBy('person.id')
      .execute();
    const actors = new Map<PersonId, Actor>();
    for (const { id, name, role, organ_id: organId, is_office: office } of rows) {
      const grant = { role: role as Role, organId, office: office ?? false };
      const before = actors.get(id)?.grants ?? [];
      actors.set(id, { personId: id, name, grants: [...before, grant] });
    }
    return [...actors.values()];
  }

  /** Whose accounts open no more. */
  async disabled(queries: Queries): Promise<ReadonlySet<PersonId>> {
    const rows = await queries.selectFrom('person').select('id').where('disabled', '=', true).execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** Everyone who holds the role in that organ, or in all organs; `organId` null asks for the office's people. */
  async withRole(queries: Queries, role: Role, organId: OrganId | null): Promise<readonly Person[]> {
    const rows = await queries
      .selectFrom('person')
      .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
      .leftJoin('organ', 'organ.id', 'role_grant.organ_id')
      .selectAll('person')
      .distinct()
      .where('role_grant.role', 'in', rolesThatMay(role))
      .where('person.disabled', '=', false)
      .where((where) =>
        where.or([
          where('role_grant.organ_id', 'is', null),
          organId === null ? where('organ.is_office', '=', true) : where('role_grant.organ_id', '=', organId),
        ]),
      )
      .orderBy('person.id')
      .execute();
    return rows.map(personOf);
  }

  /** Who serves in the organ with an account that opens, and in which roles there. */
  async servingIn(queries: Queries, organId: OrganId): Promise<Serving[]> {
    const rows = await queries
      .selectFrom('person')
      .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
      .select(['person.id', 'person.name', 'role_grant.role'])
      .where('role_grant.organ_id', '=', organId)
      .where('person.disabled', '=', false)
      .orderBy('person.id')
      .orderBy('role_grant.role')
      .execute();
    const persons = new Map<PersonId, Serving>();
    for (const { id, name, role } of rows) {
      const known = persons.get(id) ?? { id, name, roles: [] };
      persons.set(id, { ...known, roles: [...known.roles, role as Role] });
    }
    return [...persons.values()];
  }
}

const personOf = (row: {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly password_hash: string;
  readonly disabled: boolean;
  readonly first_password_until: Date | null;
}): Person => ({
  id: row.id,
  username: row.username,
  name: row.name,
  email: row.email,
  passwordHash: row.password_hash,
  disabled: row.disabled,
  firstPasswordUntil: row.first_password_until,
});
