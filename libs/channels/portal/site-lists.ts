import type { FilePort } from '@koujing/channel';
import {
  columnFeedPath,
  columnPath,
  portalListPage,
  type Column,
  type PortalListItem,
} from '@koujing/template';
import { portalFeed } from './feed.js';
import { minuteOf } from './portal-page.js';
import { columnOf, siteOf, type PortalSettings } from './portal-settings.js';
import type { PublishedEntry, PublishedIndex } from './published-index.js';
import { portalSitemap, sitemapLength } from './sitemap.js';

/** What a list shows; with titles of usual length the page stays under 60 kB. */
const listLength = 100;

/** Path → content. */
export type SiteFiles = ReadonlyMap<string, string>;

/** Home page, feed and sitemap as the index stands now, with lists of one column, or of every one of the navigation. */
export const siteLists = async (
  settings: PortalSettings,
  index: Pick<PublishedIndex, 'newest'>,
  column?: string,
): Promise<SiteFiles> => {
  const live = await index.newest(sitemapLength);
  const home = live.slice(0, listLength);
  const files = new Map([
    ['index.html', listPage(settings, home)],
    ['feed.xml', portalFeed(settings, home)],
    ['sitemap.xml', portalSitemap(settings, live)],
  ]);
  for (const each of column === undefined ? settings.columns : [columnOf(settings, column)]) {
    const entries = await index.newest(listLength, each.name);
    files.set(columnPath(each), listPage(settings, entries, each));
    files.set(columnFeedPath(each), portalFeed(settings, entries, each));
  }
  return files;
};

/** Lists of the columns that changed; on a new site of all, so that no link of the navigation is dead. */
export const refreshLists = async (
  files: FilePort,
  settings: PortalSettings,
  index: Pick<PublishedIndex, 'newest'>,
  columns: readonly string[],
): Promise<void> => {
  const isNew = (await files.read(settings.root, 'index.html')) === null;
  for (const column of isNew ? [...columns, undefined] : columns)
    await writeLists(files, settings.root, await siteLists(settings, index, column));
};

/** Writes what differs: a list that nobody changed keeps its ETag. */
const writeLists = async (files: FilePort, root: string, lists: SiteFiles): Promise<void> => {
  for (const [path, content] of lists)
    if (!(await stands(files, root, path, content))) await files.write(root, path, content);
};

export const listsStand = async (files: FilePort, root: string, lists: SiteFiles): Promise<boolean> => {
  for (const [path, content] of lists) if (!(await stands(files, root, path, content))) return false;
  return true;
};

const stands = async (files: FilePort, root: string, path: string, content: string): Promise<boolean> => {
  const bytes = await files.read(root, path);
  return bytes !== null && Buffer.from(content, 'utf8').equals(bytes);
};

const listPage = (settings: PortalSettings, entries: readonly PublishedEntry[], column?: Column): string =>
  portalListPage({
    site: siteOf(settings),
    items: entries.map(itemOf),
    ...(column ? { column } : {}),
  });

const itemOf = (entry: PublishedEntry): PortalListItem => ({
  title: entry.title,
  path: entry.path,
  organ: entry.organ,
  column: entry.column,
  summary: entry.summary,
  pubDate: minuteOf(entry.publishedAt),
  corrected: entry.updatedAt.getTime() !== entry.publishedAt.getTime(),
});
