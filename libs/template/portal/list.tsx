import type { ReactElement, ReactNode } from 'react';
import { page as wholePage } from '../markup.js';
import { Breadcrumb, PortalFrame } from './frame.js';
import { Items, type PortalListItem } from './items.js';
import { columnPath, mapPath, type Column, type FeedPaths, type Site } from './site.js';

export const portalListTemplate = 'portal-list@4';

/** What every list and its numbered pages have. */
export interface ListFrame {
  readonly site: Site;
  /** Under the root. */
  readonly path: string;
  /** Counted from the oldest; null for the list's own page, which shows the newest. */
  readonly page: number | null;
  /** Paths under the root; absent at the ends. */
  readonly older?: string;
  readonly newer?: string;
}

export interface PortalListProps extends ListFrame {
  /** Name of the column, organ or year. */
  readonly title: string;
  /** Of a column's list. */
  readonly column?: Column;
  readonly feeds?: FeedPaths;
  /** A column that the city's navigation does not have, or has no more: its address stays, and says so. */
  readonly isClosed?: boolean;
  /** Newest first. */
  readonly items: readonly PortalListItem[];
}

/** A column's, an organ's or a year's page. */
export const portalListPage = (props: PortalListProps): string => {
  const { title, column, items, feeds, isClosed = false } = props;
  return wholePage(
    <ListLayout
      {...props}
      description={column?.description || `${title}：${props.site.name}`}
      empty={`“${title}”还没有内容。`}
      {...(column ? { column } : {})}
      {...(feeds ? { feeds } : {})}
      isEmpty={items.length === 0}
      isClosed={isClosed}
    >
      <Items items={items} toRoot={toRootOf(props.path)} />
    </ListLayout>,
  );
};

export const toRootOf = (path: string): string => '../'.repeat(path.split('/').length - 1) || './';

interface LayoutProps extends ListFrame {
  readonly title: string;
  readonly description: string;
  readonly column?: Column;
  readonly feeds?: FeedPaths;
  readonly empty: string;
  readonly isEmpty: boolean;
  readonly isClosed?: boolean;
  readonly children: ReactNode;
}

/** Head, steps and frame of a list; the numbered pages lie between the older and the newer one. */
export const ListLayout = (props: LayoutProps): ReactElement => {
  const { site, title, column, path, page, older, newer, feeds, description, isClosed, isEmpty } = props;
  const toRoot = toRootOf(path);
  const named = page === null ? title : `${title}（第 ${page} 页）`;
  return (
    <PortalFrame
      site={site}
      template={portalListTemplate}
      title={named}
      toRoot={toRoot}
      tags={[]}
      section={column ?? { name: title, description, keywords: [title], type: '工作动态' }}
      canonical={`${site.baseUrl}/${path}`}
      card={{ type: 'website', title: named, description }}
      {...(column ? { column } : {})}
      {...(feeds ? { feeds } : {})}
      {...(isClosed && isEmpty ? { noIndex: true } : {})}
    >
      <Breadcrumb toRoot={toRoot} {...(column ? {} : { path: [{ name: '网站地图', path: mapPath }] })} />
      <div className="list">
        <div className="head">
          <h1>{named}</h1>
          {feeds ? (
            <p className="meta">
              订阅：<a href={toRoot + feeds.rss}>RSS</a>
              {'\u3000'}
              <a href={toRoot + feeds.atom}>Atom</a>
              {'\u3000'}
              <a href={toRoot + feeds.json}>JSON Feed</a>
            </p>
          ) : null}
        </div>
        {isClosed ? <Closed {...props} toRoot={toRoot} /> : null}
        {isEmpty ? <Nothing {...props} /> : props.children}
        {older || newer ? (
          <nav className="steps" aria-label="翻页">
            {newer ? <a href={toRoot + newer}>← 较新</a> : <span>已是最新</span>}
            {older ? <a href={toRoot + older}>较早 →</a> : <span>已是最早</span>}
          </nav>
        ) : null}
      </div>
    </PortalFrame>
  );
};

const Nothing = ({ page, empty, isClosed }: LayoutProps): ReactElement => (
  <div className="calm">
    <p>{page === null ? empty : '本页所列的内容均已撤回。'}</p>
    {isClosed ? null : <p>新闻发布后会立即出现在这里。</p>}
    <p lang="en">Nothing is listed here.</p>
  </div>
);

/** Whoever kept the address is told, and led on. */
const Closed = ({
  site,
  title,
  isEmpty,
  toRoot,
}: LayoutProps & { readonly toRoot: string }): ReactElement => (
  <div className="closed">
    <p>
      “{title}”不在本网站现有的栏目之中，不再更新。{isEmpty ? '' : '此前发布的内容仍可在这里查阅。'}
      新发布的内容请看：
      {site.columns.map((column) => (
        <span key={column.slug}>
          <a href={toRoot + columnPath(column)}>{column.name}</a>、
        </span>
      ))}
      <a href={toRoot + mapPath}>网站地图</a>。
    </p>
    <p lang="en">This column is no longer kept. What was published in it stays at its addresses.</p>
  </div>
);
