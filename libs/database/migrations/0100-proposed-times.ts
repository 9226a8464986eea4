import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table proposed_time (
    release_id text primary key references release (id),
    at timestamptz not null,
    why text not null,
    person_id text not null references person (id),
    made_at timestamptz not null
  )`,
  sql`create index proposed_time_by_hour on proposed_time (at)`,
];

export const proposedTimes: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
