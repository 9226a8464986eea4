import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Documents that go out with a version, and what they say: the gate holds it against the text. */
const statements = [
  sql`alter table release_version add column attachments jsonb not null default '[]'`,
  sql`alter table attachment add column text text not null default ''`,
];

export const releaseAttachments: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
