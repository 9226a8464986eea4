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

/** What a list shows; with titles of usual length the page stays under 60 kB. */
const listLength = 100;

/** Path → content. */
export type SiteFiles = ReadonlyMap<string, string>;

/** Home page and column pages with their feeds, as the index stands now. `column`: one outside the navigation, too. */
export const siteLists = async (
  settings: PortalSettings,
  index: Pick<PublishedIndex, 'newest'>,
  column?: string,
): Promise<SiteFiles> => {
  const home = await index.newest(listLength);
  const files = new Map([
    ['index.html', listPage(settings, home)],
    ['feed.xml', portalFeed(settings, home)],
  ]);
  for (const each of columnsWith(settings, column)) {
    const entries = await index.newest(listLength, each.name);
    files.set(columnPath(each), listPage(settings, entries, each));
    files.set(columnFeedPath(each), portalFeed(settings, entries, each));
  }
  return files;
};

/** Writes what differs: a list that nobody changed keeps its ETag. */
export const writeLists = async (files: FilePort, root: string, lists: SiteFiles): Promise<void> => {
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

const columnsWith = (settings: PortalSettings, column: string | undefined): readonly Column[] =>
  column === undefined || settings.columns.some(({ name }) => name === column)
    ? settings.columns
    : [...settings.columns, columnOf(settings, column)];

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
