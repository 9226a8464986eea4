import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table release (
    id text primary key, number text not null unique, organ_id text not null references organ (id), kind text not null,
    state text not null, version integer not null, title text not null, joint_organ_ids jsonb not null default '[]',
    relay_of text, supersedes text references release (id), matter text, scheduled_at timestamptz,
    released_at timestamptz, gate_seq bigint unique, hold_reason text, drafted_by text not null references person (id),
    imported_from text, revision integer not null default 1,
    created_at timestamptz not null, updated_at timestamptz not null)`,
  // Importing the same line twice stores one release.
  sql`create unique index release_imported_once on release (imported_from) where imported_from is not null`,
  sql`create index release_by_state on release (state, updated_at desc)`,
  sql`create index release_due on release (scheduled_at) where scheduled_at is not null and released_at is null`,
  sql`create table release_version (
    release_id text not null references release (id), version integer not null, title text not null, summary text not null,
    blocks jsonb not null, plain text not null, column_name text not null, keywords jsonb not null default '[]',
    account_ids jsonb not null default '[]', recipients jsonb not null default '[]', overrides jsonb not null default '{}',
    digest text not null, drafted_by text not null references person (id), created_at timestamptz not null,
    primary key (release_id, version))`,
  sql`create table attachment (
    sha256 text primary key, mime_type text not null, bytes bytea not null, created_at timestamptz not null)`,
  sql`create table release_image (
    release_id text not null, version integer not null, sha256 text not null references attachment (sha256),
    alt text not null, position integer not null, primary key (release_id, version, sha256),
    foreign key (release_id, version) references release_version (release_id, version))`,
  sql`create table signature (
    id text primary key, release_id text not null references release (id), version integer not null, digest text not null,
    step text not null, organ_id text not null references organ (id), person_id text not null references person (id),
    decision text not null, note text not null default '', items jsonb not null default '{}', signed_at timestamptz not null,
    voided_at timestamptz, void_reason text)`,
  sql`create index signature_by_release on signature (release_id, version)`,
  // Two clicks, or two reviewers at once, leave one signature of a step and organ in force.
  sql`create unique index signature_in_force on signature (release_id, version, step, organ_id)
    where voided_at is null and decision = 'agree'`,
  sql`create sequence gate_seq`,
];

export const releases: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
