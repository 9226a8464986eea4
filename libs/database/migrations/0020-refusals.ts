import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What a refusal asks of persons: the field to mend, what it means beyond the row, the ways out, who was told.
  sql`alter table delivery add column field text, add column beyond text, add column alternatives jsonb,
    add column alternative text, add column told jsonb`,
];

export const refusals: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
