import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table account (
    id text primary key, organ_id text references organ (id), channel text not null, name text not null unique,
    settings jsonb not null default '{}', secrets text, enabled boolean not null default true,
    breaker text not null default 'closed', breaker_until timestamptz, breaker_reason text,
    breaker_failures integer not null default 0)`,
  sql`create table token (
    account_id text primary key references account (id), token text, expires_at timestamptz,
    generation bigint not null default 0, lease_holder text, lease_until timestamptz)`,
  sql`create table quota (
    account_id text not null references account (id), name text not null, window_start timestamptz not null,
    used integer not null, primary key (account_id, name, window_start))`,
  sql`create sequence delivery_seq`,
  // What is sent, once per text: ten thousand recipients of one mail share one row.
  sql`create table rendition (digest text primary key, body jsonb not null)`,
  sql`create table delivery (
    id text primary key, release_id text not null references release (id), version integer not null,
    account_id text not null references account (id), channel text not null, operation text not null,
    recipient text not null default '', state text not null, waiting_for text, seq bigint not null default nextval('delivery_seq'),
    rendition_digest text not null references rendition (digest), portal_url text not null default '',
    idempotency_key text not null unique,
    generation integer not null default 1, epoch bigint not null default 0, lease_holder text, lease_until timestamptz,
    attempts integer not null default 0, failures integer not null default 0, next_at timestamptz not null,
    first_intent_at timestamptz, last_intent_at timestamptz, phase jsonb, pending jsonb, receipt jsonb,
    fix text, last_code text, last_message text, batch text not null, created_at timestamptz not null,
    updated_at timestamptz not null, settled_at timestamptz)`,
  sql`create unique index delivery_once on delivery (release_id, version, account_id, operation, recipient)`,
  // At most one operation in flight per release × account × recipient (DESIGN: "The delivery ledger").
  sql`create unique index delivery_in_flight on delivery (release_id, account_id, recipient)
    where state in ('sending', 'accepted', 'unknown', 'correcting', 'withdrawing')`,
  // Rows for one account come before rows for one of many recipients: a mail run never delays a page.
  sql`create index delivery_ready on delivery ((recipient <> ''), next_at, seq)
    where state in ('planned', 'waiting', 'deferred')`,
  sql`create index delivery_expiring on delivery (lease_until) where state in ('sending', 'correcting', 'withdrawing')`,
  sql`create index delivery_probing on delivery (next_at) where state in ('accepted', 'unknown')`,
  sql`create index delivery_order on delivery (account_id, recipient, seq)
    where state in ('planned', 'deferred', 'sending', 'correcting', 'withdrawing')`,
  sql`create index delivery_changed on delivery (updated_at)`,
  sql`create table delivery_attempt (
    id text primary key, delivery_id text not null references delivery (id), epoch bigint not null, action text not null,
    worker text not null, started_at timestamptz not null, ended_at timestamptz, outcome text, code text, message text,
    evidence jsonb)`,
  sql`create index delivery_attempt_of on delivery_attempt (delivery_id, started_at)`,
  sql`create table published_page (
    account_id text not null references account (id), release_id text not null, version integer not null, path text not null,
    title text not null, summary text not null, organ text not null, column_name text not null,
    published_at timestamptz not null, updated_at timestamptz not null, primary key (account_id, release_id))`,
  sql`create index published_page_newest on published_page (account_id, published_at desc)`,
];

export const ledger: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
