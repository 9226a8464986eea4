import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Private keys that the house made itself are kept sealed; those of a file or the environment are not kept.
  sql`create table audit_key (
    id text primary key, public_key text not null, sealed_private text, created_at timestamptz not null)`,
  sql`create table audit_checkpoint (
    sequence bigint primary key, hash text not null, at timestamptz not null,
    key_id text not null, signature text not null)`,
  // The last sealed entry, signed anew with every sealing: an end that was cut off is found without another's help.
  sql`create table audit_head (
    name text primary key, sequence bigint not null, hash text not null, at timestamptz not null,
    key_id text not null, signature text not null)`,
];

export const auditCheckpoints: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
