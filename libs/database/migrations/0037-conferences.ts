import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table conference (
    id text primary key, kind text not null, organ_id text not null references organ (id),
    joint_organ_ids jsonb not null default '[]', state text not null, registration integer not null, revision integer not null,
    theme text not null, content text not null, starts_at timestamptz not null, place text not null,
    name text not null, host text not null, emergency boolean not null, incident_id text, major boolean not null,
    speakers jsonb not null, plan jsonb not null, number text unique, applied_at timestamptz, approved_at timestamptz,
    held_at timestamptz, filing jsonb, holding jsonb, brief jsonb, state_reason text,
    created_by text not null references person (id), created_at timestamptz not null, updated_at timestamptz not null)`,
  sql`create index conference_of_organ on conference (organ_id, starts_at)`,
  sql`create index conference_held on conference (held_at) where held_at is not null`,
  sql`create table conference_signature (
    id text primary key, conference_id text not null references conference (id), registration integer not null,
    digest text not null, step text not null, signer_name text not null, signer_post text not null, document text not null,
    recorded_by text not null references person (id), note text not null, signed_at timestamptz not null,
    voided_at timestamptz, void_reason text)`,
  // One signature in force per step, also when two press the button at once.
  sql`create unique index conference_signature_once on conference_signature (conference_id, step) where voided_at is null`,
  // A number stays verifiable after its approval was voided (Art.40).
  sql`create table conference_approval (
    conference_id text not null references conference (id), registration integer not null, number text not null unique,
    name text not null, theme text not null, starts_at timestamptz not null, place text not null,
    approved_at timestamptz not null, voided_at timestamptz, void_reason text, changes jsonb not null default '[]',
    primary key (conference_id, registration))`,
  sql`create table conference_material (
    id text primary key, conference_id text not null references conference (id), kind text not null, sha256 text not null,
    name text not null, mime_type text not null, bytes bytea not null, size integer not null,
    uploaded_by text not null references person (id), uploaded_at timestamptz not null, replaced_at timestamptz)`,
  sql`create unique index conference_material_current on conference_material (conference_id, kind) where replaced_at is null`,
];

export const conferences: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
