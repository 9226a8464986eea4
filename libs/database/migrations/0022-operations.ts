import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Attempts are only ever appended, in the order of time: a block-range index finds the last hour and costs writes nothing.
  sql`create index delivery_attempt_by_time on delivery_attempt using brin (started_at)`,
  // Rows that wait for a person are few among millions that are closed.
  sql`create index delivery_for_persons on delivery (account_id, seq) where state in ('rejected', 'needsPerson')`,
];

export const operations: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
