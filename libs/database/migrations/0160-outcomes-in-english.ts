import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Of what closed before it stays empty: then the Chinese one is shown.
  sql`alter table finding add column closed_reason_en text not null default ''`,
  sql`alter table correction_duty add column outcome_en text not null default ''`,
];

export const outcomesInEnglish: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
