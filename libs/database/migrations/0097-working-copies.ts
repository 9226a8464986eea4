import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What a person types before it is saved as a version: one a person and release, or one for a release that is not stored yet.
  sql`create table working_copy (
    person_id text not null references person (id), subject text not null, base_revision integer,
    draft jsonb not null, seq integer not null, saved_at timestamptz not null,
    primary key (person_id, subject))`,
];

export const workingCopies: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
