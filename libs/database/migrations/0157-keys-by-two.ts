import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What a key is to be, while another administrator has to confirm it.
  sql`alter table role_change add column api_key jsonb`,
  // Whether two administrators stand behind a key. False for those that are there: ending one too many when its person
  // gets power is the smaller mistake.
  sql`alter table api_key add column by_two boolean not null default false`,
];

export const keysByTwo: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
