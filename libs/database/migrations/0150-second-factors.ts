import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // One authenticator a person; the secret is sealed, bound to the person.
  sql`create table second_factor (
    person_id text primary key references person (id), secret text not null, begun_at timestamptz not null,
    confirmed_at timestamptz, last_step bigint not null default 0)`,
  sql`create table recovery_code (
    person_id text not null references person (id), hash text not null, used_at timestamptz,
    primary key (person_id, hash))`,
  // From where a session was opened, for whose it is to recognise; empty in those of before.
  sql`alter table session add column agent text not null default '', add column address text not null default ''`,
  sql`create index session_of_person on session (person_id)`,
];

export const secondFactors: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
