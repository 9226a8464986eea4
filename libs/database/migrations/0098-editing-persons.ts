import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Who has a release open for editing, and when the page was last heard of.
  sql`create table editing_person (
    release_id text not null references release (id) on delete cascade,
    person_id text not null references person (id), seen_at timestamptz not null,
    primary key (release_id, person_id))`,
];

export const editingPersons: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
