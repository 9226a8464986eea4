import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table media_outlet (
    id text primary key, name text not null unique, kind text not null, note text not null default '',
    created_at timestamptz not null, updated_at timestamptz not null)`,
  sql`create table media_reporter (
    id text primary key, outlet_id text not null references media_outlet (id), name text not null, address text not null,
    address_key text not null unique, phone text not null default '', beat text not null default '',
    active boolean not null default true, created_at timestamptz not null, updated_at timestamptz not null)`,
  sql`create index media_reporter_of on media_reporter (outlet_id)`,
  sql`create table mailing_list (
    id text primary key, name text not null unique, accredited boolean not null default false,
    created_at timestamptz not null, updated_at timestamptz not null)`,
  sql`create table mailing_list_member (
    list_id text not null references mailing_list (id), reporter_id text not null references media_reporter (id),
    primary key (list_id, reporter_id))`,
  sql`create index mailing_list_member_of on mailing_list_member (reporter_id)`,
  // An address is stopped at most once at a time; what was lifted stays as history.
  sql`create table suppression (
    id text primary key, address_key text not null, cause text not null, detail text not null, created_by text not null,
    created_at timestamptz not null, lifted_at timestamptz, lifted_by text, lift_reason text)`,
  sql`create unique index suppression_in_force on suppression (address_key) where lifted_at is null`,
  sql`create index suppression_newest on suppression (created_at desc)`,
  sql`alter table release_version add column mailing_list_ids jsonb not null default '[]'`,
];

export const media: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
