import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const page = sql`account_id text not null, release_id text not null, primary key (account_id, release_id),
  foreign key (account_id, release_id) references published_page (account_id, release_id) on delete cascade`;

const statements = [
  // Words of title and text, with account, organ and column as words of their own: one index answers them all together.
  sql`create table portal_search (${page}, published_at timestamptz not null, words tsvector not null)`,
  sql`create index portal_search_words on portal_search using gin (words)`,
  // Apart, so that the rows that are searched stay small.
  sql`create table portal_text (${page}, body text not null)`,
];

export const portalSearch: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
