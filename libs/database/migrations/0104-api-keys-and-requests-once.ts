import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table api_key (
    id text primary key, person_id text not null references person (id), name text not null, scopes jsonb not null,
    secret_digest text not null unique, hint text not null, issued_by text not null references person (id),
    issued_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz, revoked_at timestamptz)`,
  sql`create index api_key_of_person on api_key (person_id)`,
  // Written in the transaction of what was asked, so that it stands exactly if that stands.
  sql`create table request_once (
    person_id text not null references person (id), key text not null, request_digest text not null,
    status integer, answer jsonb, made_at timestamptz not null, primary key (person_id, key))`,
  sql`create index request_once_made on request_once (made_at)`,
];

export const apiKeysAndRequestsOnce: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
