import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What one administrator wants and another has to confirm: powerful roles, or that a lost authenticator is forgotten.
  sql`create table role_change (
    id text primary key, person_id text not null references person (id), kind text not null, grants jsonb not null,
    reason text not null, proposed_by text not null references person (id), proposed_at timestamptz not null,
    decided_by text references person (id), decided_at timestamptz, outcome text)`,
  // One of a kind waits for a person: of two, nobody could say what the second adds.
  sql`create unique index role_change_waiting on role_change (person_id, kind) where outcome is null`,
];

export const roleChanges: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
