import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Whatever was set is kept: by which number something was judged can be read later (Art.41).
  sql`create table rule_number (
    id text primary key, key text not null, value jsonb not null, basis text not null,
    set_by text not null, set_at timestamptz not null, ended_by text, ended_at timestamptz)`,
  sql`create unique index rule_number_current on rule_number (key) where ended_at is null`,
];

export const ruleNumbers: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
