import type { ReactElement, ReactNode } from 'react';
import { page as wholePage } from '../markup.js';
import { Breadcrumb, PortalFrame } from './frame.js';
import { Items, type PortalListItem } from './items.js';
import { mapPath, type Column, type FeedPaths, type Site } from './site.js';

export const portalListTemplate = 'portal-list@3';

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
  /** Newest first. */
  readonly items: readonly PortalListItem[];
}

/** A column's, an organ's or a year's page. */
export const portalListPage = (props: PortalListProps): string => {
  const { title, column, items, feeds } = props;
  return wholePage(
    <ListLayout
      {...props}
      description={column?.description || `${title}：${props.site.name}`}
      empty={`“${title}”还没有内容。`}
      {...(column ? { column } : {})}
      {...(feeds ? { feeds } : {})}
      isEmpty={items.length === 0}
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
  readonly children: ReactNode;
}

/** Head, steps and frame of a list; the numbered pages lie between the older and the newer one. */
export const ListLayout = (props: LayoutProps): ReactElement => {
  const { site, title, column, path, page, older, newer, feeds, description } = props;
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
        {props.isEmpty ? (
          <div className="calm">
            <p>{page === null ? props.empty : '本页所列的内容均已撤回。'}</p>
            <p>新闻发布后会立即出现在这里。</p>
            <p lang="en">Nothing is listed here.</p>
          </div>
        ) : (
          props.children
        )}
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
