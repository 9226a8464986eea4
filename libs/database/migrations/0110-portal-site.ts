import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const account = sql`account_id text not null references account (id) on delete cascade`;

const statements = [
  sql`alter table published_page add column organs jsonb not null default '[]',
    add column rendition_digest text references rendition (digest)`,
  sql`update published_page set organs = jsonb_build_array(organ), rendition_digest = (
    select rendition_digest from delivery
    where delivery.release_id = published_page.release_id and delivery.version = published_page.version
      and delivery.account_id = published_page.account_id and operation in ('send', 'correct')
    order by created_at desc limit 1)`,
  // How many places were ever given in a list; a place is never given twice, so that full pages of a list stay as they are.
  sql`create table published_list (${account}, list text not null, last integer not null, primary key (account_id, list))`,
  sql`create table published_place (
    account_id text not null, list text not null, position integer not null, release_id text not null,
    primary key (account_id, list, position), unique (account_id, release_id, list),
    foreign key (account_id, release_id) references published_page (account_id, release_id) on delete cascade)`,
  sql`insert into published_place (account_id, list, position, release_id)
    select account_id, list,
      row_number() over (partition by account_id, list order by published_at, release_id), release_id
    from published_page, lateral (values ('site'), ('column:' || column_name), ('organ:' || organ),
      ('year:' || extract(year from published_at at time zone 'Asia/Shanghai'))) as listed (list)`,
  sql`insert into published_list (account_id, list, last)
    select account_id, list, max(position) from published_place group by account_id, list`,
  // What was corrected and what was withdrawn, in the order in which it happened.
  sql`create table published_change (
    ${account}, position integer not null, kind text not null, release_id text not null, version integer not null,
    organ text not null, note text not null, at timestamptz not null, primary key (account_id, position))`,
  sql`create index published_change_of on published_change (account_id, release_id)`,
  sql`create table withdrawn_page (
    ${account}, release_id text not null, version integer not null, withdrawn_at timestamptz not null,
    primary key (account_id, release_id))`,
  sql`create table sitemap_part (
    ${account}, part integer not null, changed_at timestamptz not null, primary key (account_id, part))`,
  sql`insert into sitemap_part (account_id, part, changed_at)
    select account_id, (position + 999) / 1000, max(updated_at)
    from published_place join published_page using (account_id, release_id) where list = 'site' group by 1, 2`,
  // The journal: what is still to be written after the articles. A part that is owed again gets a new turn.
  sql`create sequence portal_owed_turn`,
  sql`create table portal_owed (
    ${account}, part text not null, turn bigint not null default nextval('portal_owed_turn'),
    primary key (account_id, part))`,
  sql`create table portal_form (account_id text primary key references account (id) on delete cascade, form text not null)`,
];

export const portalSite: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
