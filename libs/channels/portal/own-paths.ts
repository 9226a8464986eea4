import {
  alertIndexPath,
  conferencesPath,
  mapPath,
  missingPath,
  rosterPath,
  rosterTablePath,
  scriptPath,
  searchPath,
  sharePath,
} from '@koujing/template';
import { goneMapPath } from './gone-map.js';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedIndex } from './published-index.js';
import { feedPaths, fullPages, hasFeeds, listPath, sitemapSize, type KnownList } from './site-list.js';
import { sitemapPath } from './sitemap.js';

const ofRelease = /^(?:r\/([^/]+?)(?:\.gone)?\.html|f\/([^/]+)\/[0-9a-f]{64}\.(?:docx|txt))$/u;
const ofPicture = /^a\/([0-9a-f]{64})\.(?:png|jpg)$/u;
const ofAlert = /^cap\/(.+)\.cap\.xml$/u;
const ofSitemap = /^sitemap\/([1-9]\d*)\.xml$/u;

const askedAtOnce = 1_000;

type Asked = Pick<PublishedIndex, 'known' | 'knownAssets' | 'alertsNamed'>;

/** Of some paths those that a release, a list, a notice, a message or the site itself put there. */
export const ownPaths = async (
  paths: readonly string[],
  lists: readonly KnownList[],
  settings: PortalSettings,
  index: Asked,
): Promise<ReadonlySet<string>> => {
  const named = async (
    nameOf: (path: string) => string | undefined,
    known: (names: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<readonly string[]> => {
    const by = paths.flatMap((path) => {
      const name = nameOf(path);
      return name === undefined ? [] : [{ path, name }];
    });
    const names = [...new Set(by.map(({ name }) => name))];
    const found = new Set<string>();
    for (let from = 0; from < names.length; from += askedAtOnce)
      for (const name of await known(names.slice(from, from + askedAtOnce))) found.add(name);
    return by.filter(({ name }) => found.has(name)).map(({ path }) => path);
  };
  const ofReleases = await named(
    (path) => {
      const [, page, document] = ofRelease.exec(path) ?? [];
      return page ?? document;
    },
    (ids) => index.known(ids),
  );
  const pictures = await named(
    (path) => ofPicture.exec(path)?.[1],
    (digests) => index.knownAssets(digests),
  );
  const messages = await named(
    (path) => ofAlert.exec(path)?.[1],
    (names) => index.alertsNamed(names),
  );
  const isOfList = listsOf(lists, settings);
  return new Set([...single, ...paths.filter(isOfList), ...[...ofReleases, ...pictures, ...messages]]);
};

/** Of these a site has one each; whether they say what they should is read by itself (`survey-site.ts`). */
const single: readonly string[] = [
  ...['index.html', mapPath, searchPath, missingPath, 'robots.txt', rosterPath, rosterTablePath],
  ...[conferencesPath, alertIndexPath, goneMapPath, scriptPath, sharePath],
  ...[sitemapPath(null), 'news-sitemap.xml'],
];

/** The head of a list, its feeds, one of its full pages, or a part of the sitemap: told by the path alone, so that a large site's pages are never all enumerated. */
const listsOf = (lists: readonly KnownList[], settings: PortalSettings): ((path: string) => boolean) => {
  const heads = new Map(lists.map((list) => [listPath(list.list, settings), fullPages(list)]));
  const feeds = new Set(
    lists
      .filter(({ list }) => hasFeeds(list))
      .flatMap(({ list }) => Object.values(feedPaths(list, settings))),
  );
  const places = lists.find(({ list }) => list === 'site')?.last ?? 0;
  return (path) => {
    if (heads.has(path) || feeds.has(path)) return true;
    const part = Number(ofSitemap.exec(path)?.[1] ?? 0);
    if (part > 0) return part <= Math.max(1, Math.ceil(places / sitemapSize));
    const [, stem, number] = /^(.+)\/([1-9]\d*)\.html$/u.exec(path) ?? [];
    return stem !== undefined && Number(number) <= (heads.get(`${stem}.html`) ?? 0);
  };
};
