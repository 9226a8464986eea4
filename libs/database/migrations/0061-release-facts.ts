import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The facts of a release are read once, when it goes out; key says what read them and from what. */
const statements = [
  sql`create table release_facts (
    release_id text primary key references release (id), version integer not null, key text not null,
    facts bytea not null)`,
  // Packed already: the database would try in vain.
  sql`alter table release_facts alter column facts set storage external`,
];

export const releaseFacts: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
