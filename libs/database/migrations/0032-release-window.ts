import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The detector reads the releases of a span of time, and what replaced them, and nothing else of a store of years. */
const statements = [
  sql`create index release_out_at on release (released_at) where gate_seq is not null`,
  sql`create index release_supersedes on release (supersedes) where supersedes is not null`,
];

export const releaseWindow: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
