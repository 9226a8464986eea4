import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // A line of one of the small registers (Art.11, 17, 20, 26, 27, 43, 46): written once, retired with a reason, never changed.
  sql`create table register_entry (
    id text primary key, register text not null, organ_id text not null references organ (id), key text not null default '',
    release_id text references release (id), detail jsonb not null, recorded_by text not null,
    recorded_at timestamptz not null, retired_by text, retired_at timestamptz, retired_reason text)`,
  sql`create unique index register_entry_in_force on register_entry (register, organ_id, key)
    where retired_at is null and key <> ''`,
  sql`create index register_entry_newest on register_entry (register, recorded_at desc)`,
  sql`create index register_entry_of_release on register_entry (release_id) where release_id is not null`,
];

export const registers: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
