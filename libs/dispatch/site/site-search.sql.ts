import { bodyOfPage, type PublishedPage } from '@koujing/channels/portal';
import type { Rendition } from '@koujing/channel';
import type { Queries, Rows } from '@koujing/database';
import { sql } from 'kysely';
import { entryOf, type PageRow } from './page-row.sql.js';
import { indexedWords, tagged } from './search-words.js';

/** Words and text of a page. */
const searchedOf = (accountId: string, { entry, rendition }: PublishedPage) => {
  const body = bodyOfPage(rendition.parts['html'] ?? '');
  const words = [
    ...indexedWords([entry.title, entry.summary, body, ...entry.organs].join('\n')),
    ...entry.organs.map((organ) => tagged('organ', organ)),
    tagged('column', entry.column),
    tagged('account', accountId),
  ];
  // One parameter: a long text has more words than a statement takes parameters.
  return { published_at: entry.publishedAt, words: sql<string>`array_to_tsvector(${words}::text[])`, body };
};

/** In the transaction that publishes the page: what it said before is found no more. */
export const indexText = async (queries: Queries, accountId: string, page: PublishedPage): Promise<void> => {
  const searched = searchedOf(accountId, page);
  await queries
    .insertInto('portal_search')
    .values({ account_id: accountId, release_id: page.entry.releaseId, ...searched })
    .onConflict((conflict) => conflict.columns(['account_id', 'release_id']).doUpdateSet(searched))
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
    await queries
      .insertInto('portal_search')
      .values({
        ...{ account_id: accountId, release_id: row.release_id },
        ...searchedOf(accountId, { entry: entryOf(row), rendition: body }),
      })
      // Corrected since it was read: what stands is the newer.
      .onConflict((conflict) => conflict.columns(['account_id', 'release_id']).doNothing())
      .execute();
  return rows.length;
};

/** Are there pages that are not found yet? */
export const misses = async (queries: Queries, accountId: string): Promise<boolean> => {
  const { rows } = await sql`
    select from published_page page where account_id = ${accountId} and rendition_digest is not null and not exists (
      select from portal_search search
      where search.account_id = page.account_id and search.release_id = page.release_id)
    limit 1`.execute(queries);
  return rows.length > 0;
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
  /** There are more, which were not counted. */
  readonly isMore: boolean;
  readonly pages: readonly (ReturnType<typeof entryOf> & { readonly body: string })[];
}

/** So many of the newest are looked at to see whether a word is common: two milliseconds, and enough to tell a twentieth. */
const probed = 300;
const isCommonFrom = 15;
/** A word of a twentieth of the pages is met so many times on the way; one that only this month has is not. */
const rowsPerHit = 20;
/** The public asks without signing in: one question must not keep the database busy. */
const longestMs = 1_500;

/**
 * Newest first. What a twentieth of the newest have is found by walking on from them, as far as is shown; anything rarer in the index of words, from which
 * alone it is counted. The planner is told which: it does not know that a row's words lie apart, and would read them all.
 * In a transaction of its own, which is told so.
 */
export const searchPages = (queries: Queries, accountId: string, search: SearchFor): Promise<Found> =>
  queries.transaction().execute((within) => searchWithin(within, accountId, search));

const searchWithin = async (queries: Queries, accountId: string, search: SearchFor): Promise<Found> => {
  const { words } = search;
  const { since, until } = during(search);
  await sql`set local statement_timeout = ${sql.lit(longestMs)}`.execute(queries);
  const { rows: probe } = await sql<{ count: number }>`
    select count(*) as count from (
      select words from portal_search where account_id = ${accountId} ${since} ${until}
      order by published_at desc, release_id desc limit ${probed}) as newest
    where words @@ ${words}::tsquery`.execute(queries);
  await sql`set local enable_seqscan = off`.execute(queries);
  if ((probe[0]?.count ?? 0) >= isCommonFrom) {
    const walked = await walk(queries, accountId, search);
    if (walked !== null) return walked;
  }
  return shownOf(queries, accountId, search, {
    // Without the account in the condition only the index of words can answer.
    hits: sql`select release_id, published_at from portal_search where words @@ ${words}::tsquery ${since} ${until}`,
    isWhole: true,
  });
};

const during = ({ from, before }: SearchFor) => ({
  since: from === null ? sql`` : sql`and published_at >= ${from}`,
  until: before === null ? sql`` : sql`and published_at < ${before}`,
});

/** From the newest on, no further than a common word needs; null where it was not met often enough on the way. */
const walk = async (queries: Queries, accountId: string, search: SearchFor): Promise<Found | null> => {
  const { since, until } = during(search);
  const wanted = search.offset + search.limit + 1;
  await sql`set local enable_bitmapscan = off`.execute(queries);
  const found = await shownOf(queries, accountId, search, {
    hits: sql`select release_id, published_at from (
        select release_id, published_at, words from portal_search where account_id = ${accountId} ${since} ${until}
        order by published_at desc, release_id desc limit ${wanted * rowsPerHit}) as newest
      where words @@ ${search.words}::tsquery order by published_at desc, release_id desc limit ${wanted}`,
    isWhole: false,
  });
  await sql`set local enable_bitmapscan = on`.execute(queries);
  return found.isMore ? found : null;
};

const shownOf = async (
  queries: Queries,
  accountId: string,
  { offset, limit }: SearchFor,
  { hits, isWhole }: { readonly hits: Rows; readonly isWhole: boolean },
): Promise<Found> => {
  const { rows } = await sql<Row>`
    with hit as materialized (${hits}),
    shown as (
      select page.*, portal_search.body
      from (
        select release_id from hit order by published_at desc, release_id desc limit ${limit} offset ${offset}
      ) as newest
      join published_page page on page.account_id = ${accountId} and page.release_id = newest.release_id
      join portal_search on portal_search.account_id = ${accountId} and portal_search.release_id = newest.release_id)
    select shown.*, (select count(*) from hit) as total from (select 1) as once left join shown on true
    order by published_at desc, release_id desc`.execute(queries);
  const counted = rows[0]?.total ?? 0;
  const isMore = !isWhole && counted > offset + limit;
  return {
    total: isMore ? offset + limit : counted,
    isMore,
    // One row without a page where nothing is shown.
    pages: rows.flatMap((row) => (row.body === null ? [] : [{ ...entryOf(row), body: row.body }])),
  };
};
