import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // One row for each publication that is out and can be looked at; `next_at` is told by the city's clock, the lease by the database's.
  sql`create table read_back (
    delivery_id text primary key references delivery (id), published_at timestamptz not null, next_at timestamptz not null,
    lease_holder text, lease_until timestamptz, looked_at timestamptz, outcome text, reason text,
    same_since timestamptz, failures integer not null default 0)`,
  sql`create index delivery_amends on delivery (amends) where amends is not null`,
  sql`create index read_back_due on read_back (next_at)`,
  // What the public found otherwise than it was approved. Open at most once per publication; closes when it is gone.
  sql`create table drift (
    id text primary key, delivery_id text not null references delivery (id), kind text not null,
    differences jsonb not null default '[]', digest text not null, raised_at timestamptz not null,
    closed_at timestamptz, closed_reason text)`,
  sql`create unique index drift_open on drift (delivery_id) where closed_at is null`,
  // Posts on our own accounts that no release put there: Art.39(4).
  sql`create table stray_post (
    account_id text not null references account (id), remote_id text not null, text text not null, url text,
    published_at timestamptz, found_at timestamptz not null, primary key (account_id, remote_id))`,
  sql`create table account_watch (
    account_id text primary key references account (id), next_at timestamptz not null,
    lease_holder text, lease_until timestamptz, looked_at timestamptz, reason text, since timestamptz not null)`,
];

export const readBacks: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
