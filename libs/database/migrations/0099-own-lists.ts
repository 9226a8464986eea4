import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table release_view (
    id text primary key,
    person_id text not null references person (id),
    name text not null,
    filters jsonb not null,
    created_at timestamptz not null,
    unique (person_id, name)
  )`,
  // A standing view has a name of its own and no row: what comes first is told by either.
  sql`create table first_release_view (person_id text primary key references person (id), view text not null)`,
  sql`create table release_mark (
    person_id text not null references person (id),
    release_id text not null references release (id),
    marked_at timestamptz not null,
    primary key (person_id, release_id)
  )`,
];

export const ownLists: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
