import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`drop table portal_text`,
  sql`drop table portal_search`,
  // Text and words lie beside the rows, not in them: a word of many pages is answered from a few small rows. The pages are
  // indexed anew at the next start.
  sql`create table portal_search (
    account_id text not null, release_id text not null, published_at timestamptz not null,
    words tsvector not null, body text not null, primary key (account_id, release_id),
    foreign key (account_id, release_id) references published_page (account_id, release_id) on delete cascade)
    with (toast_tuple_target = 128)`,
  sql`alter table portal_search alter column words set storage external, alter column body set storage external`,
  sql`create index portal_search_words on portal_search using gin (words)`,
  sql`create index portal_search_newest on portal_search (account_id, published_at desc, release_id desc)`,
];

export const searchRows: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
