import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Which pictures and documents the live pages show: one that no page shows any longer leaves the site.
  sql`create table published_asset (
    account_id text not null, release_id text not null, sha256 text not null, primary key (account_id, release_id, sha256),
    foreign key (account_id, release_id) references published_page (account_id, release_id) on delete cascade)`,
  sql`create index published_asset_of on published_asset (account_id, sha256)`,
  sql`insert into published_asset (account_id, release_id, sha256)
    select distinct account_id, release_id, jsonb_array_elements_text(body -> 'assets')
    from published_page join rendition on digest = rendition_digest`,
  // What was withdrawn before this was kept: looked at once.
  sql`insert into portal_owed (account_id, part)
    select distinct account_id, '{"kind":"asset","sha256":"' || sha256 || '"}' from (
      select account_id, jsonb_array_elements_text(body -> 'assets') as sha256
      from delivery join rendition on digest = rendition_digest
      where channel = 'portal') as sent
    where not exists (
      select from published_asset shown where shown.account_id = sent.account_id and shown.sha256 = sent.sha256)
    on conflict do nothing`,
];

export const publishedAssets: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
