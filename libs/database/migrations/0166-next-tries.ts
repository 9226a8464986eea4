import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // When a try left its row to be tried or asked about again: the row itself keeps only the newest such hour.
  sql`alter table delivery_attempt add column next_at timestamptz`,
];

export const nextTries: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
