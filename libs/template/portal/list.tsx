import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { Breadcrumb, PortalFrame } from './frame.js';
import { conferencesPath } from './conferences.js';
import { rosterPath } from './roster.js';
import type { Column, Site } from './site.js';

const portalListTemplate = 'portal-list@2';

export interface PortalListItem {
  readonly title: string;
  /** Path under the site's root. */
  readonly path: string;
  readonly organ: string;
  readonly column: string;
  readonly summary: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  readonly pubDate: string;
  /** A later version than the first: the list says so too. */
  readonly corrected: boolean;
}

export interface PortalListProps {
  readonly site: Site;
  /** Without a column it is the home page. */
  readonly column?: Column;
  /** Newest first. */
  readonly items: readonly PortalListItem[];
}

/** The home page carries the column tags too: its ColumnType is 首页. */
const home = (site: Site): Column => ({
  name: '首页',
  slug: 'index',
  type: '首页',
  description: `${site.name}发布的最新消息`,
  keywords: site.columns.map((column) => column.name),
});

/** The home page (`index.html`) or a column's page (`c/<slug>.html`). */
export const portalListPage = ({ site, column, items }: PortalListProps): string => {
  const toRoot = column ? '../' : '';
  const { name, description, keywords, type } = column ?? home(site);
  const tags = column
    ? []
    : ([
        ['ColumnName', name],
        ['ColumnDescription', description],
        ['ColumnKeywords', keywords.join(',')],
        ['ColumnType', type],
      ] as const);
  return page(
    <PortalFrame
      site={site}
      template={portalListTemplate}
      title={column ? column.name : site.name}
      toRoot={toRoot}
      tags={tags}
      {...(column ? { column } : {})}
    >
      {column ? <Breadcrumb toRoot={toRoot} column={column} /> : null}
      <div className="list">
        <h1>{column ? column.name : '最新发布'}</h1>
        {items.length === 0 ? <Empty column={column?.name} /> : <Items items={items} toRoot={toRoot} />}
        {column ? null : <ForThePress />}
      </div>
    </PortalFrame>,
  );
};

const Items = ({ items, toRoot }: { items: readonly PortalListItem[]; toRoot: string }): ReactElement => {
  const [first, ...others] = items;
  return (
    <>
      {first ? <Lead item={first} toRoot={toRoot} /> : null}
      <ul className="items">
        {others.map((item) => (
          <li key={item.path}>
            <a href={toRoot + item.path}>{titleOf(item)}</a>
            <span>{item.organ}</span>
            <time dateTime={item.pubDate}>{item.pubDate.slice(0, 10)}</time>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Whom the press may ask (Art.9) and which conferences were approved (Art.40); the portal's server says so where there is none yet. */
const ForThePress = (): ReactElement => (
  <p className="meta">
    <a href={rosterPath}>全市新闻发言人名单</a>
    {'\u3000'}
    <a href={conferencesPath}>新闻发布会公告</a>
  </p>
);

const Lead = ({ item, toRoot }: { item: PortalListItem; toRoot: string }): ReactElement => (
  <article className="lead">
    <h2>
      <a href={toRoot + item.path}>{titleOf(item)}</a>
    </h2>
    <p>{item.summary}</p>
    <p className="meta">
      {item.organ}
      {'\u3000'}
      <time dateTime={item.pubDate}>{item.pubDate}</time>
    </p>
  </article>
);

const titleOf = ({ title, corrected }: PortalListItem): string => (corrected ? `${title}（已更正）` : title);

const Empty = ({ column }: { column: string | undefined }): ReactElement => (
  <div className="calm">
    <p>{column ? `“${column}”还没有内容。` : '还没有发布内容。'}</p>
    <p>新闻发布后会立即出现在这里，也可以先订阅 RSS。</p>
    <p lang="en">Nothing has been published here yet.</p>
  </div>
);
