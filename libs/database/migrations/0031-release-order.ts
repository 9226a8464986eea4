import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The list is in the order of the time that it shows; without an index a page of it sorts every release.
  sql`create index release_by_shown_time on release (coalesce(released_at, scheduled_at, updated_at) desc, id desc)`,
];

export const releaseOrder: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
