import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The chain that a release was handed in under: one that the office sets later asks nobody who is signing already.
  sql`create table kept_chain (
    release_id text primary key references release (id), chain jsonb not null, kept_at timestamptz not null)`,
];

export const keptChains: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
