import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What was taken out of a picture when it came in.
  sql`alter table attachment add column traces jsonb not null default '[]'`,
  // A document that was read into a draft: the file itself is not kept, what it said beside its text is.
  sql`create table source_document (
    sha256 text primary key, name text not null, traces jsonb not null, read_at timestamptz not null)`,
  sql`create table release_source (
    release_id text not null references release (id), sha256 text not null references source_document (sha256),
    primary key (release_id, sha256))`,
  sql`alter table conference_material add column traces jsonb not null default '[]'`,
];

export const documentTraces: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
