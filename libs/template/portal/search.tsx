import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { Breadcrumb, PortalFrame } from './frame.js';
import { mapPath, searchPath, type Site } from './site.js';

/** Whoever has not found it on a thousand lines asks with another word. */
export const mostSearchPages = 50;

export interface SearchQuery {
  readonly q: string;
  readonly organ: string;
  readonly column: string;
  /** Civil days, `YYYY-MM-DD`, both included; empty for no limit. */
  readonly from: string;
  readonly to: string;
  readonly page: number;
}

/** Text with the words that were asked for marked. */
export type Marked = readonly { readonly text: string; readonly hit: boolean }[];

export interface SearchHit {
  readonly path: string;
  readonly title: Marked;
  readonly excerpt: Marked;
  readonly organ: string;
  readonly column: string;
  readonly pubDate: string;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** There are more than `total`, which were not counted. */
  readonly isMore: boolean;
  readonly pageSize: number;
  /** No text has all the words: these have some of them. */
  readonly isPartial: boolean;
  /** Older pages are still being indexed. */
  readonly isIndexing: boolean;
  readonly organs: readonly string[];
  readonly columns: readonly string[];
}

export interface PortalSearchProps {
  readonly site: Site;
  readonly query?: SearchQuery;
  /** Absent where nobody answers: the page says so. */
  readonly result?: SearchResult;
}

const title = '检索';

/** `search.html` as a file, and the answer to a question put to the same address. */
export const portalSearchPage = ({ site, query, result }: PortalSearchProps): string =>
  page(
    <PortalFrame
      site={site}
      template="portal-search@1"
      title={query?.q ? `${query.q} - ${title}` : title}
      toRoot="./"
      section={{ name: title, description: '检索本站标题和正文', keywords: [title], type: '办事服务' }}
      tags={[]}
      noIndex
    >
      <Breadcrumb toRoot="./" />
      <h1>{title}</h1>
      {result === undefined ? <Absent /> : <Form query={query} result={result} />}
      {result === undefined || !query || query.q === '' ? null : <Answer query={query} result={result} />}
    </PortalFrame>,
  );

const Absent = (): ReactElement => (
  <div className="calm">
    <p>检索由发布系统提供，现在没有应答；页面本身不受影响，请稍后再试。</p>
    <p>
      也可以<a href={mapPath}>按栏目、机关或年份查找</a>。
    </p>
    <p lang="en">
      Search is answered by the dispatcher, which is absent here; find pages by column, organ or year.
    </p>
  </div>
);

const Form = ({
  query,
  result,
}: {
  readonly query: SearchQuery | undefined;
  readonly result: SearchResult;
}): ReactElement => (
  <form className="ask" action={searchPath} method="get" aria-label="检索条件">
    <label>
      <span>词语</span>
      <input type="search" name="q" defaultValue={query?.q} maxLength={60} required />
    </label>
    <Choice name="organ" label="机关" all="全部机关" values={result.organs} chosen={query?.organ} />
    <Choice name="column" label="栏目" all="全部栏目" values={result.columns} chosen={query?.column} />
    <label>
      <span>自</span>
      <input type="date" name="from" defaultValue={query?.from} />
    </label>
    <label>
      <span>至</span>
      <input type="date" name="to" defaultValue={query?.to} />
    </label>
    <button type="submit">检索</button>
  </form>
);

const Choice = (props: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly chosen: string | undefined;
}): ReactElement => (
  <label>
    <span>{props.label}</span>
    <select name={props.name} defaultValue={props.chosen}>
      <option value="">{props.all}</option>
      {props.values.map((value) => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
    </select>
  </label>
);

const Answer = ({ query, result }: { query: SearchQuery; result: SearchResult }): ReactElement => {
  const { hits, total, isMore, pageSize, isPartial } = result;
  const count = `${total}${isMore ? ' 篇以上' : ' 篇'}`;
  return (
    <section aria-label="检索结果">
      <p className="meta" role="status">
        {total === 0
          ? '没有找到。可以少用几个词，或放宽机关、栏目和日期。'
          : isPartial
            ? `没有同时含有全部词语的内容；含有其中一部分的有 ${count}，较新的在前。`
            : `找到 ${count}，较新的在前。`}
      </p>
      {result.isIndexing ? (
        <p className="note">较早的页面还在建立索引，暂时可能找不到，请稍后再检索一次。</p>
      ) : null}
      <ul className="hits">
        {hits.map((hit) => (
          <li key={hit.path}>
            <a href={hit.path}>
              <Words words={hit.title} />
            </a>
            <p>
              <Words words={hit.excerpt} />
            </p>
            <p className="meta">
              {hit.organ}
              {'\u3000'}
              {hit.column}
              {'\u3000'}
              <time dateTime={hit.pubDate}>{hit.pubDate}</time>
            </p>
          </li>
        ))}
      </ul>
      {isMore || query.page > 1 || total > pageSize ? (
        <nav className="steps" aria-label="翻页">
          {query.page > 1 ? <a href={addressOf(query, -1)}>← 上一页</a> : <span>已是第一页</span>}
          {query.page < mostSearchPages && (isMore || query.page * pageSize < total) ? (
            <a href={addressOf(query, 1)}>下一页 →</a>
          ) : (
            <span>已是最后一页</span>
          )}
        </nav>
      ) : null}
    </section>
  );
};

const Words = ({ words }: { words: Marked }): ReactElement => (
  <>{words.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>
);

const addressOf = (query: SearchQuery, step: number): string => {
  const { page: now, ...rest } = query;
  const asked = Object.entries(rest).filter(([, value]) => value !== '');
  return `${searchPath}?${new URLSearchParams([...asked, ['page', String(now + step)]]).toString()}`;
};
