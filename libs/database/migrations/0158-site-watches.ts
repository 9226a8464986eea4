import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // A site is looked through a part at a time: where the next look goes on. The holder keeps its lease between looks, for it
  // has the folder open.
  sql`create table site_watch (
    account_id text primary key references account (id), next_at timestamptz not null, since timestamptz not null,
    place jsonb not null default '{}', lease_holder text, lease_until timestamptz, looked_at timestamptz, reason text)`,
  // Lists, feeds and notices that stand otherwise than they were written. Raised when a second look finds it too: what is being
  // written while one looks is none.
  sql`create table site_drift (
    id text primary key, account_id text not null references account (id), part text not null, path text not null,
    url text not null, kind text not null, differences jsonb not null default '[]', digest text not null,
    seen_at timestamptz not null, raised_at timestamptz, closed_at timestamptz, closed_reason text)`,
  sql`create unique index site_drift_open on site_drift (account_id, path) where closed_at is null`,
];

export const siteWatches: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
