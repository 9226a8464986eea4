import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Whether two administrators stand behind the password that opens the account. False for whoever is there already:
  // asking once too often for a new first password is the smaller mistake.
  sql`alter table person add column opened_by_two boolean not null default false`,
];

export const openedByTwo: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
