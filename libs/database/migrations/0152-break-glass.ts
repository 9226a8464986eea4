import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const breakGlass: Migration = {
  async up(database: Kysely<unknown>) {
    // The sealed emergency account: sealed by whoever has a shell, opened once.
    await sql`create table break_glass (
      person_id text primary key references person (id), sealed_at timestamptz not null,
      used_at timestamptz, reason text)`.execute(database);
  },
};
