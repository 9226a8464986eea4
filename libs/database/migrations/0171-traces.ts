import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Which click or due hour a row goes back to, and which of them each of its tries was made for.
  sql`alter table delivery add column trace text`,
  sql`alter table delivery_attempt add column trace text`,
];

export const traces: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
