/** Who runs the site, as every page must say it (国办发〔2017〕47号, CHANNELS.md D2 and D3). */
export interface Site {
  readonly name: string;
  /** 英文域名, e.g. `www.example.gov.cn`. */
  readonly domain: string;
  /** 政府网站标识码, ten characters. */
  readonly idCode: string;
  readonly icp: string;
  readonly policeRecord: string;
  /** 主办单位. */
  readonly host: string;
  readonly contact: string;
  /** Absolute address of the site's root, without a slash at the end. */
  readonly baseUrl: string;
  /** The columns of the navigation, in order. */
  readonly columns: readonly Column[];
  /** The institution's colour, `#rrggbb`; white text must be readable on it. */
  readonly accent?: string;
}

export interface Column {
  readonly name: string;
  /** Name of its page and feed: `c/<slug>.html`, `c/<slug>.xml`. */
  readonly slug: string;
  /** ColumnType of the official list, e.g. `工作动态`. */
  readonly type: string;
  readonly description: string;
  readonly keywords: readonly string[];
}

export const columnPath = (column: Pick<Column, 'slug'>): string => `c/${column.slug}.html`;
export const columnFeedPath = (column: Pick<Column, 'slug'>): string => `c/${column.slug}.xml`;

/** Pages that every site has, under its root. */
export const mapPath = 'map.html';
export const searchPath = 'search.html';
export const changesPath = 'changes.html';

/** CAP 1.2 messages of warnings and emergencies, and the Atom index that leads to them. */
export const alertPath = (identifier: string): string => `cap/${identifier}.cap.xml`;
export const alertIndexPath = 'cap/index.atom';

/** Addresses of the three feeds of one list, under the root. */
export interface FeedPaths {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

export const siteFeeds: FeedPaths = { rss: 'feed.xml', atom: 'feed.atom', json: 'feed.json' };

export const columnFeeds = (column: Pick<Column, 'slug'>): FeedPaths => ({
  rss: columnFeedPath(column),
  atom: `c/${column.slug}.atom`,
  json: `c/${column.slug}.json`,
});
