import type {
  KnownList,
  ListName,
  Place,
  PublishedEntry,
  PublishedPage,
  SiteChange,
  Touched,
} from '@koujing/channels/portal';
import type { Rendition } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import { entryOf, pagesOf, type PageRow } from './page-row.sql.js';

export const newest = async (
  queries: Queries,
  accountId: string,
  { limit, list }: { readonly limit: number; readonly list: ListName },
): Promise<readonly PublishedEntry[]> => {
  const { rows } = await sql<PageRow>`
    select page.* from published_place place
    join published_page page on page.account_id = place.account_id and page.release_id = place.release_id
    where place.account_id = ${accountId} and place.list = ${list}
    order by place.position desc limit ${limit}`.execute(queries);
  return rows.map(entryOf);
};

export const between = async (
  queries: Queries,
  accountId: string,
  { list, first, last }: { readonly list: ListName; readonly first: number; readonly last: number },
): Promise<readonly PublishedEntry[]> => {
  const { rows } = await sql<PageRow>`
    select page.* from published_place place
    join published_page page on page.account_id = place.account_id and page.release_id = place.release_id
    where place.account_id = ${accountId} and place.list = ${list} and place.position between ${first} and ${last}
    order by place.position desc`.execute(queries);
  return rows.map(entryOf);
};

interface ChangeRow {
  readonly kind: SiteChange['kind'];
  readonly release_id: string;
  readonly version: number;
  readonly organ: string;
  readonly at: Date;
  readonly note: string;
  readonly title: string | null;
  readonly path: string | null;
}

export const changes = async (
  queries: Queries,
  accountId: string,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<readonly SiteChange[]> => {
  const { rows } = await sql<ChangeRow>`
    select change.kind, change.release_id, change.version, change.organ, change.at, change.note, page.title, page.path
    from published_change change
    left join published_page page on page.account_id = change.account_id and page.release_id = change.release_id
    where change.account_id = ${accountId} and change.position between ${first} and ${last}
    order by change.position desc`.execute(queries);
  return rows.map(({ kind, release_id, version, organ, at, note, title, path }) => ({
    ...{ kind, releaseId: release_id, version, organ, at },
    live: title === null || path === null ? null : { title, path, note },
  }));
};

export const lists = async (queries: Queries, accountId: string): Promise<readonly KnownList[]> => {
  const rows = await queries
    .selectFrom('published_list')
    .select(['list', 'last'])
    .where('account_id', '=', accountId)
    .orderBy(sql`list collate "C"`)
    .execute();
  return rows.map(({ list, last }) => ({ list: list as ListName, last }));
};

export const keepColumns = async (
  queries: Queries,
  accountId: string,
  names: readonly string[],
): Promise<void> => {
  const lists = names.map((name): ListName => `column:${name}`);
  await sql`
    insert into published_list (account_id, list, last) select ${accountId}, list, 0
    from unnest(${lists}::text[]) as list on conflict (account_id, list) do nothing`.execute(queries);
};

/** Where the release stands in the lists, and where among corrections and withdrawals. */
export const touched = async (queries: Queries, accountId: string, releaseId: string): Promise<Touched> => {
  const { rows: standing } = await sql<Place>`
    select list, position, last from published_place join published_list using (account_id, list)
    where account_id = ${accountId} and release_id = ${releaseId}`.execute(queries);
  const { rows: changed } = await sql<Place>`
    select list, position, last from published_change join published_list using (account_id)
    where account_id = ${accountId} and release_id = ${releaseId} and list = 'changes'`.execute(queries);
  return { places: standing, changes: changed, goneChanged: false, left: [] };
};

/** Pages that came before their rendition was kept are left out. */
export const pages = async (
  queries: Queries,
  accountId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly PublishedPage[]> => {
  const rows = await pagesOf(queries, accountId)
    .innerJoin('rendition', 'rendition.digest', 'published_page.rendition_digest')
    .select('rendition.body')
    .where('release_id', '>', after)
    .orderBy('release_id')
    .limit(limit)
    .execute();
  return rows.map(({ body, ...row }) => ({ entry: entryOf(row), rendition: body as Rendition }));
};
