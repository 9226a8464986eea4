import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Every page asks for them, for everybody who is signed in.
  sql`create index notification_of_person on notification (person_id, created_at desc)`,
  sql`create index notification_unread on notification (person_id) where read_at is null`,
];

export const noticesOfAPerson: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
