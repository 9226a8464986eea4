import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table outlet_link (
    id text primary key, outlet_id text not null references media_outlet (id), issued_by text not null references person (id),
    issued_at timestamptz not null, expires_at timestamptz not null, opened_at timestamptz, revoked_at timestamptz,
    revoked_by text references person (id), revoke_reason text not null default '')`,
  // Issuing anew ends the former: of two links nobody would know which one leaked.
  sql`create unique index outlet_link_standing on outlet_link (outlet_id) where revoked_at is null`,
  sql`create table embargo_opening (
    link_id text not null references outlet_link (id), release_id text not null references release (id), version integer not null,
    place text not null, first_at timestamptz not null, last_at timestamptz not null, recorded_at timestamptz not null,
    times integer not null, primary key (link_id, release_id, version, place))`,
  // What was made once is what is served: its digest stays true when the program that makes it changes.
  sql`create table release_document (
    release_id text not null, version integer not null, kind text not null, sha256 text not null references attachment (sha256),
    name text not null, made_at timestamptz not null, primary key (release_id, version, kind))`,
  sql`create index delivery_mail_to on delivery (lower(recipient)) where recipient <> ''`,
  sql`create index release_version_lists on release_version using gin (mailing_list_ids)`,
];

export const newsroom: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
