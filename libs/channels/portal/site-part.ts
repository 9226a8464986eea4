import type { PortalSettings } from './portal-settings.js';
import { singleParts, type Part } from './part.js';
import { usualColumns } from './usual-columns.api.js';
import type { Owing, SiteReader } from './published-index.js';
import {
  columnList,
  firstOfHead,
  fullPages,
  hasFeeds,
  listSize,
  sitemapSize,
  type ListName,
  type KnownList,
  type Place,
} from './site-list.js';

const ranks: Readonly<Record<Part['kind'], 1 | 2 | 3>> = {
  ...{
    gone: 1,
    notice: 1,
    asset: 1,
    message: 1,
    script: 1,
    share: 1,
    robots: 1,
    list: 1,
    home: 1,
    map: 1,
    search: 1,
    missing: 1,
  },
  ...{ roster: 1, conferences: 1, alerts: 2 },
  ...{ articles: 2, feeds: 2, sitemap: 2, news: 2 },
  ping: 3,
};

/**
 * What this program can write. While a city upgrades, a newer one may owe what this one does not know: that is left in the journal
 * for it, and never holds up the rest.
 */
export const writableKinds: readonly string[] = Object.keys(ranks).filter((kind) => kind !== 'ping');

/** Lists before feeds, so that a feed never tells of what the site does not list; the hub after both. */
export const rankOf = ({ kind }: Part): 1 | 2 | 3 => ranks[kind];

/** However large the site is, one release touches this many files at the most (three for each list that shows it). */
export const owingFor =
  (settings: PortalSettings): Owing =>
  ({ places, changes, goneChanged, left }) => [
    ...left.map((sha256) => ({ kind: 'asset', sha256 }) as const),
    { kind: 'home' },
    { kind: 'map' },
    ...(goneChanged ? ([{ kind: 'gone' }] as const) : []),
    ...[...places, ...changes].flatMap(pagesAt),
    ...places.filter(({ list }) => hasFeeds(list)).map(({ list }) => ({ kind: 'feeds', list }) as const),
    ...places
      .filter(({ list }) => list === 'site')
      .map(({ position }) => ({ kind: 'sitemap', page: Math.ceil(position / sitemapSize) }) as const),
    { kind: 'sitemap', page: null },
    { kind: 'news' },
    ...(settings.hub === ''
      ? []
      : places.filter(({ list }) => hasFeeds(list)).map(({ list }) => ({ kind: 'ping', list }) as const)),
  ];

/** The list's own page if it shows the place, its full page, and the one before when this one has just been filled. */
const pagesAt = ({ list, position, last }: Place): readonly Part[] => {
  if (list === 'site') return [];
  const page = Math.ceil(position / listSize);
  const isJustFilled = position === last && last % listSize === 0;
  return [
    ...(position >= firstOfHead({ last }) ? [null] : []),
    ...(page <= fullPages({ last }) ? [page] : []),
    ...(isJustFilled && page > 1 ? [page - 1] : []),
  ].map((each) => ({ kind: 'list', list, page: each }));
};

/** Every part of the site, the articles last: what a new form owes. */
export const wholeSite = async (
  settings: PortalSettings,
  index: Pick<SiteReader, 'lists' | 'withdrawn'>,
): Promise<readonly Part[]> => [
  ...everyPart(settings, await index.lists()),
  ...(await index.withdrawn()).map(({ releaseId }) => ({ kind: 'notice', releaseId }) as const),
  { kind: 'articles', after: '' },
];

/** Lists with places, and those that stand without any: the columns of the navigation, and the usual ones. */
export const knownLists = (settings: PortalSettings, known: readonly KnownList[]): readonly KnownList[] => {
  // A usual column that a city leaves out keeps its address: somebody may have it.
  const names = new Set([...settings.columns, ...usualColumns].map(({ name }) => name));
  const columns = [...names].map((name) => ({ list: columnList(name), last: 0 }));
  const always: readonly KnownList[] = [{ list: 'site', last: 0 }, { list: 'changes', last: 0 }, ...columns];
  return [...known, ...always.filter(({ list }) => !known.some((each) => each.list === list))];
};

/** Every part of the site but its articles and notices; the columns of the navigation, and the usual ones, also while they are empty. */
export const everyPart = (settings: PortalSettings, known: readonly KnownList[]): readonly Part[] => {
  const lists = knownLists(settings, known);
  const all = lists.find(({ list }) => list === 'site')?.last ?? 0;
  return [
    ...singleParts.map((kind) => ({ kind })),
    ...lists.flatMap(({ list, last }) => listParts(list, last)),
    ...[null, ...numbersTo(Math.max(1, Math.ceil(all / sitemapSize)))].map(
      (page) => ({ kind: 'sitemap', page }) as const,
    ),
  ];
};

const listParts = (list: ListName, last: number): readonly Part[] => [
  ...(list === 'site' ? [] : [null, ...numbersTo(fullPages({ last }))]).map(
    (page) => ({ kind: 'list', list, page }) as const,
  ),
  ...(hasFeeds(list) ? [{ kind: 'feeds', list } as const] : []),
];

const numbersTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
