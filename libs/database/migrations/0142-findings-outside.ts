import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The second text of a finding between two texts that both stand outside this system.
  sql`alter table finding add column outside_other jsonb`,
  sql`create index finding_outside_other on finding ((outside_other ->> 'id')) where outside_other is not null`,
];

export const findingsOutside: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
