import { subjectsOf } from '@koujing/channels/portal';
import type { Database, Queries } from '@koujing/database';
import { civilTime, Problem } from '@koujing/kernel';
import type { SearchHit, SearchQuery, SearchResult } from '@koujing/template';
import { excerptOf, marked } from './marked.js';
import { askedWords, tagged, tsquery } from './search-words.js';
import * as places from './site-places.sql.js';
import { misses, searchPages, type Found } from './site-search.sql.js';

const pageSize = 20;
/** The public asks without signing in, and the organs need the database too. */
const mostAtOnce = 4;
const dayMs = 24 * 3_600_000;

/** What the public finds on the portal: all words first; where no page has them all, pages that have some. */
export class SearchSite {
  #running = 0;
  #isIndexed = false;

  constructor(
    private readonly database: Database,
    private readonly accountId: string,
  ) {}

  async perform(query: SearchQuery): Promise<SearchResult> {
    if (this.#running >= mostAtOnce) throw busy();
    this.#running += 1;
    try {
      return await this.database.late('portalSearch', (queries) => this.#search(queries, query));
    } finally {
      this.#running -= 1;
    }
  }

  async #search(queries: Queries, query: SearchQuery): Promise<SearchResult> {
    const lists = (await places.lists(queries, this.accountId)).map(({ list }) => list);
    const choices = {
      organs: subjectsOf(lists, 'organ'),
      columns: subjectsOf(lists, 'column'),
      ...{ pageSize, isIndexing: await this.#isIndexing(queries) },
    };
    const words = askedWords(query.q);
    if (words.length === 0) return { ...choices, ...nothing };
    const whole = await this.#find(queries, query, { words, how: 'all' });
    const found = whole.total === 0 ? await this.#find(queries, query, { words, how: 'some' }) : whole;
    return {
      ...choices,
      ...{ total: found.total, isMore: found.isMore, isPartial: found !== whole },
      hits: found.pages.map((page) => hitOf(page, words)),
    };
  }

  /** Pages of before there was a search are indexed after a start, once and for all. */
  async #isIndexing(queries: Queries): Promise<boolean> {
    this.#isIndexed ||= !(await misses(queries, this.accountId));
    return !this.#isIndexed;
  }

  #find(
    queries: Queries,
    query: SearchQuery,
    { words, how }: { readonly words: readonly string[]; readonly how: 'all' | 'some' },
  ): Promise<Found> {
    const tags = (['organ', 'column'] as const).flatMap((kind) =>
      query[kind] === '' ? [] : [tagged(kind, query[kind])],
    );
    tags.push(tagged('account', this.accountId));
    const search = {
      words: tsquery(words, tags, how),
      from: query.from === '' ? null : dayOf(query.from),
      before: query.to === '' ? null : new Date(dayOf(query.to).getTime() + dayMs),
      offset: (query.page - 1) * pageSize,
      limit: pageSize,
    };
    return searchPages(queries, this.accountId, search).catch(tooLong);
  }
}

const busy = (): Problem =>
  new Problem('unavailable', [
    {
      code: 'searchBusy',
      message: '现在检索的人很多，请几秒后再试。',
      messageEn: 'Many people are searching now; try again in a few seconds.',
    },
  ]);

/** Told by the database that the question took too long. */
const tooLong = (error: unknown): never => {
  if (error instanceof Error && 'code' in error && error.code === '57014')
    throw new Problem('unavailable', [
      {
        code: 'searchTooLong',
        message: '检索用时过长，已停止；请换一个更具体的词，或限定日期、单位、栏目。',
        messageEn:
          'The search took too long and was stopped; use a rarer word, or narrow it by date, organ or column.',
      },
    ]);
  throw error;
};

const nothing = { total: 0, isMore: false, isPartial: false, hits: [] };

/** The beginning of a civil day. */
const dayOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

const hitOf = (page: Found['pages'][number], words: readonly string[]): SearchHit => ({
  ...{ path: page.path, organ: page.organ, column: page.column },
  title: marked(page.title, words),
  excerpt: excerptOf(page.body, words),
  pubDate: civilTime(page.publishedAt).slice(0, 16).replace('T', ' '),
});
