import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const keyReaders: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table key_reader (
      process text primary key, keys jsonb not null, seals_with text not null, seen_at timestamptz not null)`.execute(
      database,
    );
  },
};
