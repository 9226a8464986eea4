import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // A dismissal speaks of the sentences that touched the organ (Art.14(c)). Those given before speak of none that are
  // known, so that a draft asks again.
  sql`alter table release_concern add column passages jsonb not null default '[]', add column digest text not null default ''`,
];

export const concernPassages: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
