import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What people say about a text beside it, each on the version that they read.
  sql`create table release_remark (
    id text primary key,
    release_id text not null references release (id),
    version integer not null,
    person_id text not null references person (id),
    text text not null,
    on_released boolean not null,
    said_at timestamptz not null)`,
  sql`create index remark_of_release on release_remark (release_id, said_at)`,
];

export const releaseRemarks: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
