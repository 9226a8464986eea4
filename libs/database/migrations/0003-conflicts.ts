import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table finding (
    id text primary key, key text not null unique, kind text not null, severity text not null, state text not null,
    confidence double precision not null, facts jsonb not null, facts_digest text not null, explanation text not null,
    matter text, raised_by_release text, raised_at timestamptz not null, updated_at timestamptz not null, closed_reason text,
    notified_at timestamptz)`,
  sql`create index finding_by_state on finding (state, raised_at desc)`,
  sql`create table finding_release (
    finding_id text not null references finding (id), release_id text not null references release (id),
    version integer not null, position integer not null, primary key (finding_id, release_id))`,
  sql`create index finding_of_release on finding_release (release_id)`,
  sql`create table ruling (
    id text primary key, finding_id text not null references finding (id), ruling text not null, lead_organ_id text,
    reason text not null default '', facts_digest text not null, ruled_by text not null references person (id),
    ruled_at timestamptz not null)`,
  sql`create index ruling_of_finding on ruling (finding_id, ruled_at)`,
  sql`create table gate_verdict (
    id text primary key, release_id text not null references release (id), version integer not null, digest text not null,
    passed boolean not null, gate_seq bigint, finding_ids jsonb not null default '[]', checked_against integer not null,
    at timestamptz not null)`,
  sql`create index gate_verdict_of_release on gate_verdict (release_id, at)`,
];

export const conflicts: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
