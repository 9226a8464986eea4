import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // A message replaces only what the same organ said of the same event; '' for what was issued before this was kept.
  sql`alter table alert_message add column event text not null default ''`,
  sql`create index finding_outside on finding ((outside ->> 'id')) where outside is not null`,
];

export const alertEvents: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
