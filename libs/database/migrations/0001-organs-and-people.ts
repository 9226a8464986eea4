import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table organ (
    id text primary key, name text not null unique, short_name text not null, aliases jsonb not null default '[]',
    kind text not null, level text not null, area text not null default '', parent_id text references organ (id),
    remit jsonb not null default '[]', release_unit text not null default '', is_office boolean not null default false)`,
  sql`create table statutory_issuer (
    subject text primary key, organ_ids jsonb not null, basis text not null default '')`,
  sql`create table person (
    id text primary key, username text not null unique, name text not null, email text not null default '',
    password_hash text not null, disabled boolean not null default false)`,
  sql`create table role_grant (
    person_id text not null references person (id), organ_id text references organ (id), role text not null)`,
  sql`create unique index role_grant_once on role_grant (person_id, coalesce(organ_id, ''), role)`,
  sql`create table session (
    id text primary key, person_id text not null references person (id), csrf text not null,
    created_at timestamptz not null, seen_at timestamptz not null, expires_at timestamptz not null)`,
  sql`create table login_failure (key text primary key, failures integer not null, blocked_until timestamptz)`,
];

export const organsAndPeople: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
