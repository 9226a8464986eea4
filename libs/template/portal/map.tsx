import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { conferencesPath } from './conferences.js';
import { Breadcrumb, PortalFrame } from './frame.js';
import { rosterPath } from './roster.js';
import {
  alertIndexPath,
  changesPath,
  columnPath,
  mapPath,
  searchPath,
  siteFeeds,
  type Site,
} from './site.js';

export interface MapLink {
  readonly name: string;
  /** Under the root. */
  readonly path: string;
}

export interface PortalMapProps {
  readonly site: Site;
  /** Columns that are not in the navigation, and hold something. */
  readonly otherColumns: readonly MapLink[];
  readonly organs: readonly MapLink[];
  /** Newest first. */
  readonly years: readonly MapLink[];
}

const title = '网站地图';
const description = '按栏目、机关和年份查找已发布的内容';

/** `map.html`: every list of the site by column, organ and year. It has no counts, so that a new release does not change it. */
export const portalMapPage = ({ site, otherColumns, organs, years }: PortalMapProps): string =>
  page(
    <PortalFrame
      site={site}
      template="portal-map@2"
      title={title}
      toRoot="./"
      canonical={`${site.baseUrl}/${mapPath}`}
      section={{ name: title, description, keywords: [title], type: '概况信息' }}
      card={{ type: 'website', title: `${title} - ${site.name}`, description }}
      tags={[]}
    >
      <Breadcrumb toRoot="./" />
      <h1>{title}</h1>
      <div className="map">
        <Links
          title="栏目"
          links={site.columns.map((column) => ({ name: column.name, path: columnPath(column) }))}
        />
        {otherColumns.length === 0 ? null : <Links title="不再更新的栏目" links={otherColumns} />}
        <Links title="按机关查找" links={organs} />
        <Links title="按年份查找" links={years.map(({ name, path }) => ({ name: `${name}年`, path }))} />
        <Links
          title="名单、公告与订阅"
          links={[
            { name: '全市新闻发言人名单', path: rosterPath },
            { name: '新闻发布会公告', path: conferencesPath },
            { name: '更正与撤回', path: changesPath },
            { name: '检索', path: searchPath },
            { name: '订阅 RSS', path: siteFeeds.rss },
            { name: '订阅 Atom', path: siteFeeds.atom },
            { name: '订阅 JSON Feed', path: siteFeeds.json },
            { name: '预警信息接口（CAP 1.2）', path: alertIndexPath },
          ]}
        />
      </div>
    </PortalFrame>,
  );

const Links = (props: { readonly title: string; readonly links: readonly MapLink[] }): ReactElement => (
  <section>
    <h2>{props.title}</h2>
    {props.links.length === 0 ? (
      <p className="meta">还没有发布内容。</p>
    ) : (
      <ul>
        {props.links.map(({ name, path }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    )}
  </section>
);
