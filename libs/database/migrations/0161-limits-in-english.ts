import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const limitsInEnglish: Migration = {
  async up(database: Kysely<unknown>) {
    // Of limits that ran before it stays empty: then the Chinese title is shown.
    await sql`alter table deadline add column title_en text not null default ''`.execute(database);
  },
};
