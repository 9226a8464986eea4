import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table lease (name text primary key, holder text not null, until timestamptz not null, mark text)`,
  sql`create table audit_entry (
    id text primary key, at timestamptz not null, actor text not null, action text not null, subject_kind text not null,
    subject_id text not null, digest text, detail jsonb not null default '{}', seal_seq bigint unique, seal_hash text)`,
  sql`create index audit_of_subject on audit_entry (subject_kind, subject_id, at)`,
  sql`create index audit_unsealed on audit_entry (at, id) where seal_seq is null`,
  sql`create table notification (
    id text primary key, person_id text not null references person (id), kind text not null, subject text not null,
    html text not null, text text not null, link text not null default '', state text not null, message_id text not null unique,
    attempts integer not null default 0, next_at timestamptz not null, lease_until timestamptz, last_message text,
    created_at timestamptz not null, read_at timestamptz)`,
  sql`create index notification_due on notification (next_at) where state in ('planned', 'sending')`,
  sql`create table house (name text primary key, value text not null)`,
];

export const operation: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
