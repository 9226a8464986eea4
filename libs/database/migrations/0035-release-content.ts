import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`alter table release_version add column declaration jsonb not null default '{}'`,
  sql`create table release_concern (
    release_id text not null references release (id), organ_id text not null references organ (id), reason text not null,
    dismissed_by text not null references person (id), dismissed_at timestamptz not null, primary key (release_id, organ_id))`,
];

export const releaseContent: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
