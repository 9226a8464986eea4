import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The record is read newest first, by kind of act, by person.
  sql`create index audit_newest on audit_entry (at desc, id desc)`,
  sql`create index audit_of_noun on audit_entry (split_part(action, '.', 1), at desc, id desc)`,
  sql`create index audit_of_actor on audit_entry (actor, at desc, id desc)`,
  // How far the chain was verified, and the hash that stood there: a chain that was sealed anew differs from it.
  sql`create table audit_check (
    name text primary key, through_seq bigint not null, through_hash text not null, checked_at timestamptz,
    checked_by text, fault jsonb)`,
  sql`alter table person
    add column phone text not null default '',
    add column revision integer not null default 1,
    add column first_password_until timestamptz`,
];

export const auditAndPersons: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
