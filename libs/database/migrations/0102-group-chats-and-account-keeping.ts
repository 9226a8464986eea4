import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table chat_destination (
    id text primary key, organ_id text not null references organ (id), platform text not null, name text not null,
    address text not null, hint text not null, kinds jsonb not null, enabled boolean not null default true,
    rest_until timestamptz, revision integer not null default 1, created_at timestamptz not null)`,
  // One row a notice and destination: what was told is not told again, whatever dies in between.
  sql`create table chat_message (
    id text primary key, destination_id text not null references chat_destination (id), key text not null, kind text not null,
    link text not null, state text not null, attempts integer not null default 0, next_at timestamptz not null,
    lease_until timestamptz, last_message text, created_at timestamptz not null, settled_at timestamptz,
    unique (destination_id, key))`,
  sql`create index chat_message_due on chat_message (next_at) where state in ('planned', 'sending')`,
  sql`create index chat_message_newest on chat_message (destination_id, created_at desc)`,
  // Which configuration an account was last written from: what an administrator changed since stands until that changes.
  sql`alter table account add column configured_as text, add column revision integer not null default 1`,
];

export const groupChatsAndAccountKeeping: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
