import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What the last look at an account found, and which looks ahead of a scheduled release have been made.
  sql`create table account_health (
    account_id text primary key references account (id), checked_at timestamptz not null, findings jsonb not null)`,
  sql`create table preflight (
    release_id text not null references release (id), due_at timestamptz not null, step text not null,
    ran_at timestamptz not null, findings jsonb not null, primary key (release_id, due_at, step))`,
];

export const accountHealth: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
