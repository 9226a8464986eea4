import {
  alertIndexPath,
  alertPath,
  conferencesPath,
  mapPath,
  missingPath,
  portalChangesPage,
  portalConferencesPage,
  portalHomePage,
  portalListPage,
  portalMapPage,
  portalMissingPage,
  portalNoConferencesPage,
  portalNoRosterPage,
  portalRosterPage,
  portalScript,
  portalSearchPage,
  portalSharePicture,
  rosterPath,
  rosterTablePath,
  scriptPath,
  searchPath,
  sharePath,
  type PortalListItem,
} from '@koujing/template';
import { alertIndex } from './alert-index.js';
import { feedLength, portalFeeds } from './feed.js';
import { goneMap, goneMapPath } from './gone-map.js';
import { capPath, filledPage, minuteOf, pagePath, picturePaths, tombstonePath } from './portal-page.js';
import { columnOf, siteOf, type PortalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-entry.js';
import type { SiteChange, SiteReader, Withdrawal } from './published-index.js';
import {
  columnList,
  feedPaths,
  firstOfHead,
  fullPages,
  hasFeeds,
  listPath,
  listSize,
  sitemapSize,
  subjectOf,
  type ListName,
} from './site-list.js';
import { articlesAtOnce, type Part } from './part.js';
import type { AlertFile, PublishedNotice, PublishedRoster } from './press.js';
import { tombstoneOf } from './tombstone.js';
import {
  everySitesPages,
  later,
  newsLength,
  newsSitemap,
  pressPages,
  robots,
  sitemapIndex,
  sitemapPart,
  sitemapPath,
} from './sitemap.js';

/** Path → content; null where no file may stand. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array | null>;

/** What the home page shows of all that is new, and of each column. */
const homeLength = 12;
const homeColumnLength = 6;

/** The files of one part, as the index stands now: the same index gives the same bytes. */
export const renderPart = async (
  part: Part,
  settings: PortalSettings,
  index: SiteReader,
): Promise<SiteFiles> => {
  switch (part.kind) {
    case 'home':
      return one('index.html', await homePage(settings, index));
    case 'map':
      return one(mapPath, await mapPage(settings, index));
    case 'script':
      return one(scriptPath, portalScript);
    case 'share':
      return one(sharePath, portalSharePicture(siteOf(settings)));
    case 'robots':
      return one('robots.txt', robots(settings));
    case 'search':
      return one(searchPath, portalSearchPage({ site: siteOf(settings) }));
    case 'missing':
      return one(missingPath, portalMissingPage(siteOf(settings)));
    case 'roster':
      return rosterFiles(await index.roster(), settings);
    case 'conferences':
      return one(conferencesPath, conferencesPage(await index.conferences(), settings));
    case 'alerts':
      return one(alertIndexPath, alertIndex(settings, await index.alerts()));
    case 'message':
      return messageFiles(await index.alertFile(part.identifier));
    case 'gone':
      return one(goneMapPath, goneMap(await index.withdrawn()));
    case 'notice':
      return noticeFiles(await index.withdrawal(part.releaseId), settings);
    case 'articles':
      return new Map(
        (await index.pages(part.after, articlesAtOnce)).map(({ entry, rendition }) => [
          entry.path,
          filledPage(rendition, entry.version, entry, settings),
        ]),
      );
    case 'asset':
      return new Map(
        (await index.shows(part.sha256)) ? [] : picturePaths(part.sha256).map((path) => [path, null]),
      );
    case 'list':
      return one(listPath(part.list, settings, part.page), await listPage(part, settings, index));
    case 'feeds':
      return portalFeeds(settings, part.list, await index.newest(feedLength, part.list));
    case 'news':
      return one('news-sitemap.xml', newsSitemap(settings, await index.newest(newsLength)));
    case 'sitemap':
      return one(sitemapPath(part.page), await sitemap(part.page, settings, index));
    case 'ping':
      return new Map();
  }
};

const one = (path: string, content: string | Uint8Array): SiteFiles => new Map([[path, content]]);

/** The table first: the page links to it. */
const rosterFiles = (roster: PublishedRoster | null, settings: PortalSettings): SiteFiles => {
  const site = siteOf(settings);
  return new Map([
    [rosterTablePath, roster?.csv ?? null],
    [
      rosterPath,
      roster === null
        ? portalNoRosterPage(site)
        : portalRosterPage({
            ...{ ...roster, site, publishedAt: minuteOf(roster.publishedAt) },
            publisher: roster.publisher || settings.host,
          }),
    ],
  ]);
};

const conferencesPage = (notices: readonly PublishedNotice[], settings: PortalSettings): string =>
  notices.length === 0
    ? portalNoConferencesPage(siteOf(settings))
    : portalConferencesPage(
        siteOf(settings),
        notices.map(({ startsAt, approvedAt, voidedAt, ...notice }) => ({
          ...notice,
          ...{ startsAt: minuteOf(startsAt), approvedAt: minuteOf(approvedAt) },
          voidedAt: voidedAt === null ? null : minuteOf(voidedAt),
        })),
      );

/** As `alert` writes them. */
const messageFiles = (message: AlertFile | null): SiteFiles =>
  new Map(
    message === null
      ? []
      : [
          [alertPath(message.identifier), message.xml],
          ...(message.isNewest ? ([[capPath(message.releaseId), message.xml]] as const) : []),
        ],
  );

/** Nothing where the release was published again. */
const noticeFiles = (withdrawal: Withdrawal | null, settings: PortalSettings): SiteFiles => {
  if (withdrawal === null) return new Map();
  const notice = tombstoneOf(withdrawal, settings);
  return new Map(
    [tombstonePath(withdrawal.releaseId), pagePath(withdrawal.releaseId)].map((path) => [path, notice]),
  );
};

const sitemap = async (page: number | null, settings: PortalSettings, index: SiteReader): Promise<string> => {
  if (page === null) {
    const pressChangedAt = (await pressPages(index)).map(({ changedAt }) => changedAt).reduce(later, null);
    return sitemapIndex(settings, await index.sitemapParts(), pressChangedAt);
  }
  const entries = await index.between('site', (page - 1) * sitemapSize + 1, page * sitemapSize);
  const standing = page === 1 ? [...everySitesPages(settings), ...(await pressPages(index))] : [];
  return sitemapPart(settings, entries, standing);
};

const homePage = async (settings: PortalSettings, index: SiteReader): Promise<string> => {
  const columns = await Promise.all(
    settings.columns.map(async (column) => ({
      column,
      items: (await index.newest(homeColumnLength, columnList(column.name))).map(itemOf),
    })),
  );
  const latest = (await index.newest(homeLength)).map(itemOf);
  return portalHomePage({ site: siteOf(settings), latest, columns });
};

const mapPage = async (settings: PortalSettings, index: SiteReader): Promise<string> => {
  const lists = (await index.lists()).flatMap(({ list, last }) => (last === 0 ? [] : [list]));
  const named = (prefix: string) =>
    lists
      .filter((list) => list.startsWith(prefix))
      .map((list) => ({ name: subjectOf(list), path: listPath(list, settings) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const inNavigation = new Set(settings.columns.map(({ name }) => name));
  return portalMapPage({
    site: siteOf(settings),
    otherColumns: named('column:').filter(({ name }) => !inNavigation.has(name)),
    organs: named('organ:'),
    years: named('year:').toReversed(),
  });
};

const listPage = async (
  { list, page }: { readonly list: ListName; readonly page: number | null },
  settings: PortalSettings,
  index: SiteReader,
): Promise<string> => {
  const last = await index.last(list);
  const full = fullPages({ last });
  const [from, to] =
    page === null ? [firstOfHead({ last }), last] : [(page - 1) * listSize + 1, page * listSize];
  const older = (page ?? full) - 1;
  const newer = page === null ? null : page < full ? page + 1 : 'head';
  const at = (each: number | null): string => listPath(list, settings, each);
  const frame = {
    site: siteOf(settings),
    path: at(page),
    page,
    ...(older >= 1 ? { older: at(older) } : {}),
    ...(newer === null ? {} : { newer: at(newer === 'head' ? null : newer) }),
  };
  if (list === 'changes')
    return portalChangesPage({ ...frame, lines: (await index.changesBetween(from, to)).map(changeLine) });
  const subject = subjectOf(list);
  return portalListPage({
    ...frame,
    ...(list.startsWith('column:') ? { column: columnOf(settings, subject) } : {}),
    title: list.startsWith('year:') ? `${subject}年发布` : subject,
    isClosed: list.startsWith('column:') && !settings.columns.some(({ name }) => name === subject),
    ...(hasFeeds(list) ? { feeds: feedPaths(list, settings) } : {}),
    items: (await index.between(list, from, to)).map(itemOf),
  });
};

const itemOf = (entry: PublishedEntry): PortalListItem => ({
  title: entry.title,
  path: entry.path,
  organ: entry.organ,
  column: entry.column,
  summary: entry.summary,
  pubDate: minuteOf(entry.publishedAt),
  corrected: entry.updatedAt > entry.publishedAt,
});

const changeLine = ({ kind, releaseId, version, organ, at, live }: SiteChange) => ({
  ...{ kind, version, organ, at: minuteOf(at), path: `r/${releaseId}.html` },
  title: live?.title ?? null,
  note: live?.note ?? '',
});
