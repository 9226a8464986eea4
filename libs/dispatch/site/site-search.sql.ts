import { bodyOfPage, type PublishedPage } from '@koujing/channels/portal';
import type { Rendition } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import { entryOf, type PageRow } from './page-row.sql.js';
import { indexedWords, tagged } from './search-words.js';

/** Words and text of a page, in the transaction that publishes it. */
export const indexText = async (
  queries: Queries,
  accountId: string,
  { entry, rendition }: PublishedPage,
): Promise<void> => {
  const body = bodyOfPage(rendition.parts['html'] ?? '');
  const words = [
    ...indexedWords([entry.title, entry.summary, body, ...entry.organs].join('\n')),
    ...entry.organs.map((organ) => tagged('organ', organ)),
    tagged('column', entry.column),
    tagged('account', accountId),
  ];
  const key = { account_id: accountId, release_id: entry.releaseId };
  const searched = {
    published_at: entry.publishedAt,
    words: sql<string>`array_to_tsvector(array[${sql.join(words)}]::text[])`,
  };
  await queries
    .insertInto('portal_search')
    .values({ ...key, ...searched })
    .onConflict((conflict) => conflict.columns(['account_id', 'release_id']).doUpdateSet(searched))
    .execute();
  await queries
    .insertInto('portal_text')
    .values({ ...key, body })
    .onConflict((conflict) => conflict.columns(['account_id', 'release_id']).doUpdateSet({ body }))
    .execute();
};

/** Pages that came before there was a search; answers how many were found. */
export const indexMissing = async (queries: Queries, accountId: string, limit: number): Promise<number> => {
  const { rows } = await sql<PageRow & { readonly body: Rendition }>`
    select page.*, rendition.body from published_page page
    join rendition on rendition.digest = page.rendition_digest
    where page.account_id = ${accountId} and not exists (
      select from portal_search search
      where search.account_id = page.account_id and search.release_id = page.release_id)
    limit ${limit}`.execute(queries);
  for (const { body, ...row } of rows)
    await indexText(queries, accountId, { entry: entryOf(row), rendition: body });
  return rows.length;
};

export interface SearchFor {
  /** As `tsquery` of `search-words.ts` writes it. */
  readonly words: string;
  readonly from: Date | null;
  readonly before: Date | null;
  readonly offset: number;
  readonly limit: number;
}

type Row = PageRow & { readonly body: string | null; readonly total: number };

export interface Found {
  readonly total: number;
  readonly pages: readonly (ReturnType<typeof entryOf> & { readonly body: string })[];
}

/**
 * Newest first. Only the index of words is asked, and the small rows beside it: to look into the words of each row, as the planner
 * would for a word that most pages have, takes a hundred times as long.
 * @param queries inside a transaction, which is told so.
 */
export const searchPages = async (
  queries: Queries,
  accountId: string,
  { words, from, before, offset, limit }: SearchFor,
): Promise<Found> => {
  const since = from === null ? sql`` : sql`and published_at >= ${from}`;
  const until = before === null ? sql`` : sql`and published_at < ${before}`;
  await sql`set local enable_seqscan = off`.execute(queries);
  const { rows } = await sql<Row>`
    with hit as materialized (
      select release_id, published_at from portal_search where words @@ ${words}::tsquery ${since} ${until}),
    shown as (
      select page.*, portal_text.body
      from (
        select release_id from hit order by published_at desc, release_id desc limit ${limit} offset ${offset}
      ) as newest
      join published_page page on page.account_id = ${accountId} and page.release_id = newest.release_id
      join portal_text on portal_text.account_id = ${accountId} and portal_text.release_id = newest.release_id)
    select shown.*, (select count(*) from hit) as total from (select 1) as once left join shown on true
    order by published_at desc, release_id desc`.execute(queries);
  return {
    total: rows[0]?.total ?? 0,
    // One row without a page where nothing is shown.
    pages: rows.flatMap((row) => (row.body === null ? [] : [{ ...entryOf(row), body: row.body }])),
  };
};
