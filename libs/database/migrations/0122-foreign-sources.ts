import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Sites and feeds that organs keep outside this system; never written by us, read politely.
  sql`create table foreign_source (
    id text primary key, organ_id text not null references organ (id), name text not null, kind text not null,
    url text not null, selectors jsonb not null default '{}', enabled boolean not null default true,
    revision integer not null default 1, next_at timestamptz not null, lease_holder text, lease_until timestamptz,
    etag text, last_modified text, failures integer not null default 0, looked_at timestamptz, outcome text, reason text,
    created_at timestamptz not null)`,
  sql`create index foreign_source_due on foreign_source (next_at) where enabled`,
  // What they say, in the order that the gate reads by; another wording of one address is the same row with a later place.
  sql`create table heard_text (
    id text primary key, source_id text not null references foreign_source (id), guid text not null, url text not null,
    title text not null, body text not null, published_at timestamptz not null, date_fault text, heard_at timestamptz not null,
    digest text not null, withdrawn boolean not null default false, gate_seq bigint not null unique,
    compared_seq bigint, unique (source_id, guid))`,
  sql`create index heard_text_published on heard_text (published_at)`,
  sql`create index heard_text_uncompared on heard_text (gate_seq) where compared_seq is distinct from gate_seq`,
  // The text outside this system that a finding holds a release against.
  sql`alter table finding add column outside jsonb`,
];

export const foreignSources: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
