import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Emergencies and warnings: an account may be set to send these once more when their outcome is not known.
  sql`alter table delivery add column urgent boolean not null default false`,
  sql`create table mail_return (
    id text primary key, mark text not null unique, received_at timestamptz not null, delivery_id text references delivery (id),
    address text not null, bounce text not null, status text not null, diagnostic text not null, subject text not null,
    applied_at timestamptz)`,
  sql`create index mail_return_pending on mail_return (received_at) where applied_at is null`,
  sql`create index mail_return_of on mail_return (address, received_at)`,
  sql`create index mail_return_newest on mail_return (received_at desc)`,
];

export const mailReturns: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
