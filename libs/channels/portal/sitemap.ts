import { civilTime, escaped } from '@koujing/kernel';
import type { PortalSettings } from './portal-settings.js';
import { changesPath, columnPath, conferencesPath, mapPath, rosterPath } from '@koujing/template';
import type { PublishedEntry } from './published-entry.js';
import type { PressReader } from './press.js';
import type { SiteReader } from './published-index.js';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const newsProtocol = 'http://www.google.com/schemas/sitemap-news/0.9';
/** The news sitemap's own limits (CHANNELS.md D1). */
const newsDays = 2;
export const newsLength = 1_000;

export const sitemapPath = (part: number | null): string =>
  part === null ? 'sitemap.xml' : `sitemap/${part}.xml`;

/**
 * Sitemap 0.9 in parts numbered from the oldest: a new release rewrites the last part and this index. A withdrawn page has no
 * entry and so stands in no part.
 */
export const sitemapIndex = (
  { baseUrl }: PortalSettings,
  parts: Awaited<ReturnType<SiteReader['sitemapParts']>>,
  pressChangedAt: Date | null,
): string => {
  // The schema asks for one part at least; the first is there from the beginning, and the press's pages stand in it.
  const [first = { part: 1, changedAt: null }, ...others] = parts;
  const changedAt = later(first.changedAt, pressChangedAt);
  return lines(
    `<sitemapindex xmlns="${protocol}">`,
    ...[{ ...first, changedAt }, ...others].map(
      (each) => `  <sitemap>${address(`${baseUrl}/${sitemapPath(each.part)}`, each.changedAt)}</sitemap>`,
    ),
    '</sitemapindex>',
  );
};

/** A page of the site that is no article. */
export interface StandingPage {
  readonly path: string;
  readonly changedAt: Date | null;
}

/** The roster and the conferences, once there is one: a page that says that there is none is not to be found. */
export const pressPages = async (press: Pick<PressReader, 'changedAt'>): Promise<readonly StandingPage[]> => {
  const pages = [
    { path: rosterPath, changedAt: await press.changedAt('roster') },
    { path: conferencesPath, changedAt: await press.changedAt('conferences') },
  ];
  return pages.filter(({ changedAt }) => changedAt !== null);
};

/** What every site has; it says nothing of when it changed. */
export const everySitesPages = ({ columns }: Pick<PortalSettings, 'columns'>): readonly StandingPage[] =>
  ['index.html', ...columns.map(columnPath), mapPath, changesPath].map((path) => ({ path, changedAt: null }));

export const later = (a: Date | null, b: Date | null): Date | null =>
  a === null || (b !== null && b > a) ? b : a;

/** The standing pages are those of the first part; a part that is empty names the home page, since the schema asks for an address. */
export const sitemapPart = (
  { baseUrl }: PortalSettings,
  entries: readonly PublishedEntry[],
  standing: readonly StandingPage[] = [],
): string =>
  lines(
    `<urlset xmlns="${protocol}">`,
    ...(standing.length + entries.length === 0 ? [{ path: 'index.html', changedAt: null }] : standing).map(
      ({ path, changedAt }) => `  <url>${address(`${baseUrl}/${path}`, changedAt)}</url>`,
    ),
    ...entries
      .toReversed()
      .map(({ path, updatedAt }) => `  <url>${address(`${baseUrl}/${path}`, updatedAt)}</url>`),
    '</urlset>',
  );

/** The two days before the newest release: counted from it and not from now, so that the same site gives the same bytes. */
export const newsSitemap = (
  { baseUrl, siteName }: PortalSettings,
  newest: readonly PublishedEntry[],
): string => {
  const since = (newest[0]?.publishedAt.getTime() ?? 0) - newsDays * 24 * 3_600_000;
  return lines(
    `<urlset xmlns="${protocol}" xmlns:news="${newsProtocol}">`,
    ...newest
      .filter(({ publishedAt }) => publishedAt.getTime() > since)
      .map(
        ({ path, title, publishedAt }) =>
          `  <url><loc>${escaped(`${baseUrl}/${path}`)}</loc><news:news><news:publication><news:name>${escaped(withoutControls(siteName))}</news:name><news:language>zh-cn</news:language></news:publication><news:publication_date>${civilTime(publishedAt)}</news:publication_date><news:title>${escaped(withoutControls(title))}</news:title></news:news></url>`,
      ),
    '</urlset>',
  );
};

const lines = (...all: readonly string[]): string => `${[head, ...all].join('\n')}\n`;

const address = (url: string, changedAt: Date | null): string =>
  `<loc>${escaped(url)}</loc>${changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`}`;

/** XML 1.0 has no place for them, not even encoded: one pasted from Word would break the file for every reader. */
export const withoutControls = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

/** The way that search engines find the sitemap, and by it that a withdrawn page is gone. */
export const robots = ({ baseUrl }: Pick<PortalSettings, 'baseUrl'>): string =>
  `User-agent: *\nAllow: /\nSitemap: ${baseUrl}/sitemap.xml\n`;
