import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Which text a person has read and when: what changed since is marked at the next look.
  sql`create table release_look (
    person_id text not null references person (id),
    release_id text not null references release (id),
    version integer not null,
    digest text not null,
    looked_at timestamptz not null,
    primary key (person_id, release_id, version))`,
];

export const releaseLooks: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
