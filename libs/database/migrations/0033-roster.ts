import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`alter table organ add column hats jsonb, add column revision integer not null default 1`,
  // Nothing is ever deleted here: who spoke for an organ, and when, is asked for years later (Art.41).
  sql`create table roster_entry (
    id text primary key, organ_id text not null references organ (id), post text not null, temporary boolean not null,
    topic text not null default '', name text not null, title text not null, rank text not null,
    rank_reason text not null default '', phone text not null default '', from_on text not null, until_on text,
    ended_reason text, appointed_by text not null, appointed_at timestamptz not null, ended_by text, ended_at timestamptz)`,
  sql`create index roster_entry_of on roster_entry (organ_id, post, from_on)`,
  sql`create table roster_filing (
    id text primary key, organ_id text not null references organ (id), entries jsonb not null, digest text not null,
    note text not null default '', filed_by text not null, filed_at timestamptz not null)`,
  sql`create index roster_filing_of on roster_filing (organ_id, filed_at desc)`,
  sql`create table roster_publication (
    id text primary key, year integer not null, organs jsonb not null, digest text not null, published_by text not null,
    published_at timestamptz not null, page_written_at timestamptz)`,
  sql`create index roster_publication_newest on roster_publication (published_at desc)`,
];

export const roster: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
