import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What the public has seen last; it stays when the release is withdrawn, because it was out.
  sql`alter table release add column released_version integer`,
  sql`update release set released_version = version where state = 'released'`,
  sql`alter table release_version add column correction_note text not null default ''`,
  sql`create table amendment (
    id text primary key, release_id text not null references release (id), kind text not null,
    from_version integer not null, to_version integer, reason text not null, emergency boolean not null default false,
    urgent boolean not null default false,
    portal_url text not null, shares jsonb not null,
    ordered_by text not null references person (id), ordered_at timestamptz not null, settled_at timestamptz,
    reviewed_by text references person (id), reviewed_at timestamptz, review_note text)`,
  sql`create index amendment_of_release on amendment (release_id, ordered_at)`,
  // The sweep looks only at what still waits for a row to settle.
  sql`create index amendment_unsettled on amendment (id) where settled_at is null`,
  sql`alter table delivery add column amendment_id text references amendment (id)`,
  // The row whose publication this one corrects, takes back or follows up.
  sql`alter table delivery add column amends text references delivery (id)`,
  sql`create index delivery_of_amendment on delivery (amendment_id) where amendment_id is not null`,
  sql`create table manual_step (
    id text primary key, release_id text not null references release (id), amendment_id text references amendment (id),
    delivery_id text not null references delivery (id), position integer not null, text text not null,
    created_at timestamptz not null, done_by text, done_at timestamptz, done_note text not null default '')`,
  sql`create unique index manual_step_once on manual_step (delivery_id, text)`,
  sql`create index manual_step_open on manual_step (created_at) where done_at is null`,
];

export const corrections: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
