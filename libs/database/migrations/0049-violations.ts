import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Art.39: act_key makes a case one act's, however often it is found.
  sql`create table violation (
    id text primary key, kind text not null, act_key text not null unique, organ_id text not null references organ (id),
    title text not null, link text not null, act text not null, act_en text not null, article text not null,
    occurred_at timestamptz not null, established_at timestamptz not null, by_reference boolean not null,
    deadline_id text, finding_id text, evidence jsonb not null, evidence_digest text not null, state text not null,
    consequence text, consequence_text text not null default '', consequence_by text references person (id),
    consequence_at timestamptz, ended_by text references person (id), ended_at timestamptz, end_note text not null default '')`,
  sql`create index violation_of on violation (organ_id, occurred_at desc)`,
  sql`create index violation_newest on violation (occurred_at desc)`,
  sql`create index violation_deadline on violation (deadline_id) where deadline_id is not null`,
  sql`create index violation_finding on violation (finding_id) where finding_id is not null`,
  sql`create table examined_release (
    release_id text not null references release (id), version integer not null, at timestamptz not null,
    primary key (release_id, version))`,
];

export const violations: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
