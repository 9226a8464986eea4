import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Authorisations of a platform that were begun: each is brought home once, in the session that began it. Sessions end
  // and are gone, and what was begun in them goes by its hour.
  sql`create table consent (
    digest text primary key,
    session_id text not null,
    person_id text not null references person (id),
    account_id text not null references account (id) on delete cascade,
    until timestamptz not null
  )`,
];

export const consents: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
