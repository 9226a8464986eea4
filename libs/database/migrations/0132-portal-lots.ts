import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // 0: owed by a release; 1: by a new form of the whole site.
  sql`alter table portal_owed add column lot smallint not null default 0`,
  sql`create index portal_owed_next on portal_owed (account_id, lot, turn)`,
  // Which forms of the site there were, and when a program that writes it last said that it runs.
  sql`create table portal_form_seen (
    account_id text not null references account (id) on delete cascade, form text not null,
    seen_at timestamptz not null default clock_timestamp(), primary key (account_id, form))`,
];

export const portalLots: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
