import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { conferencesPath } from './conferences.js';
import { PortalFrame } from './frame.js';
import { Items, shownTitle, type PortalListItem } from './items.js';
import { portalListTemplate } from './list.js';
import { rosterPath } from './roster.js';
import {
  alertIndexPath,
  changesPath,
  columnPath,
  mapPath,
  siteFeeds,
  type Column,
  type Site,
} from './site.js';

export interface PortalHomeProps {
  readonly site: Site;
  /** Newest first. */
  readonly latest: readonly PortalListItem[];
  readonly columns: readonly { readonly column: Column; readonly items: readonly PortalListItem[] }[];
}

/** `index.html`: what is new, then the newest of each column, then what the press asks for. Its ColumnType is 首页. */
export const portalHomePage = ({ site, latest, columns }: PortalHomeProps): string => {
  const description = `${site.name}发布的最新消息`;
  const [first, ...others] = latest;
  return page(
    <PortalFrame
      site={site}
      template={portalListTemplate}
      title={site.name}
      toRoot="./"
      canonical={`${site.baseUrl}/index.html`}
      section={{ name: '首页', type: '首页', description, keywords: site.columns.map(({ name }) => name) }}
      card={{ type: 'website', title: site.name, description }}
      tags={[]}
    >
      <div className="list">
        <h1>最新发布</h1>
        {first ? <Lead item={first} /> : <Nothing />}
        {others.length > 0 ? <Items items={others} toRoot="./" /> : null}
      </div>
      <div className="columns">
        {columns.map((each) => (
          <OneColumn key={each.column.slug} {...each} />
        ))}
        <ForThePress />
      </div>
    </PortalFrame>,
  );
};

const Lead = ({ item }: { item: PortalListItem }): ReactElement => (
  <article className="lead">
    <h2>
      <a href={item.path}>{shownTitle(item)}</a>
    </h2>
    <p>{item.summary}</p>
    <p className="meta">
      {item.organ}
      {'\u3000'}
      <time dateTime={item.pubDate}>{item.pubDate}</time>
    </p>
  </article>
);

const OneColumn = ({ column, items }: PortalHomeProps['columns'][number]): ReactElement => (
  <section aria-labelledby={`column-${column.slug}`}>
    <h2 id={`column-${column.slug}`}>
      <a href={columnPath(column)}>{column.name}</a>
    </h2>
    {items.length === 0 ? (
      <p className="meta">还没有内容。</p>
    ) : (
      <ul>
        {items.map((item) => (
          <li key={item.path}>
            <a href={item.path}>{shownTitle(item)}</a>
            <time dateTime={item.pubDate}>{item.pubDate.slice(5, 10)}</time>
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** Whom the press may ask (Art.9) and which conferences were approved (Art.40); the portal's server says so where there is none yet. */
const ForThePress = (): ReactElement => (
  <section aria-labelledby="press">
    <h2 id="press">媒体服务</h2>
    <ul>
      {(
        [
          ['全市新闻发言人名单', rosterPath],
          ['新闻发布会公告', conferencesPath],
          ['更正与撤回', changesPath],
          ['按机关和年份查找', mapPath],
          ['订阅 RSS', siteFeeds.rss],
          ['预警信息接口（CAP 1.2）', alertIndexPath],
        ] as const
      ).map(([name, path]) => (
        <li key={path}>
          <a href={path}>{name}</a>
        </li>
      ))}
    </ul>
  </section>
);

const Nothing = (): ReactElement => (
  <div className="calm">
    <p>还没有发布内容。</p>
    <p>新闻发布后会立即出现在这里，也可以先订阅 RSS。</p>
    <p lang="en">Nothing has been published here yet.</p>
  </div>
);
