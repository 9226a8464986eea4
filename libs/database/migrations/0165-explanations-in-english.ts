import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Of findings from before it stays empty until they are found again: then the Chinese one is shown.
  sql`alter table finding add column explanation_en text not null default ''`,
  sql`alter table correction_duty add column demand_en text not null default ''`,
];

export const explanationsInEnglish: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
