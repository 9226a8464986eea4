import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What the house has drawn itself, and keeps as it is when it comes in once more. Pictures of before are not among them.
  sql`create table drawn_picture (sha256 text primary key)`,
];

export const drawnPictures: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
