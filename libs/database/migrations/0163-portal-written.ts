import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What was written last as the list of spokespersons and the conference notices, by digest: whatever else stands there is
  // somebody else's work, and is told before it is written over. Two digests while a page is being written.
  sql`create table portal_written (
    account_id text not null references account (id), path text not null, digests text[] not null,
    primary key (account_id, path))`,
];

export const portalWritten: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
