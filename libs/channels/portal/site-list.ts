import { civilYear, digestOf } from '@koujing/kernel';
import { columnOf, type PortalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-entry.js';

/** `site` has no pages of its own: the home page, the feeds and the sitemap are made from it. */
export type ListName = 'site' | 'changes' | `column:${string}` | `organ:${string}` | `year:${string}`;

/** A page of a list: two screens of a desktop, under 25 kB. */
export const listSize = 50;
/** A part of the sitemap: the last one is written at every publication and stays under 200 kB. */
export const sitemapSize = 1_000;

/** How many places a list has given so far; withdrawn entries leave theirs empty. */
export interface Paging {
  readonly last: number;
}

/** Where an entry stands in a list. */
export interface Place extends Paging {
  readonly list: ListName;
  /** Counted from the oldest, from 1; given once and never to another. */
  readonly position: number;
}

/** A list with how many places were ever given in it. */
export interface KnownList extends Paging {
  readonly list: ListName;
}

/** Pages that are full: each has its number for ever, counted from the oldest, so that nothing new moves it. */
export const fullPages = ({ last }: Paging): number => Math.floor(last / listSize);

/** The first place that the list's own page shows: the last full page and what came after it. */
export const firstOfHead = (paging: Paging): number => Math.max(0, fullPages(paging) - 1) * listSize + 1;

export const columnList = (name: string): ListName => `column:${name}`;

/** The lists that show an entry. The year is that of the first publication and so never changes. */
export const listsOf = ({ column, organs, publishedAt }: PublishedEntry): readonly ListName[] => [
  'site',
  columnList(column),
  ...organs.map((organ): ListName => `organ:${organ}`),
  `year:${civilYear(publishedAt)}`,
];

/** What a reader sees of a list's name. */
export const subjectOf = (list: ListName): string => list.slice(list.indexOf(':') + 1);

/** Names of all columns, or organs, that have a list. */
export const subjectsOf = (lists: readonly ListName[], kind: 'column' | 'organ'): readonly string[] =>
  lists.filter((list) => list.startsWith(`${kind}:`)).map(subjectOf);

/** Without ending, under the root: `c/notices`, `o/1f3a…`, `y/2026`; an organ's is a digest of its name, so that it never moves. */
export const stemOf = (list: ListName, settings: PortalSettings): string => {
  if (list === 'changes') return 'changes';
  if (list === 'site') return 'index';
  const subject = subjectOf(list);
  if (list.startsWith('column:')) return `c/${columnOf(settings, subject).slug}`;
  return list.startsWith('organ:') ? `o/${digestOf(subject).slice(0, 12)}` : `y/${subject}`;
};

/** The address of a list, or of one of its full pages. */
export const listPath = (list: ListName, settings: PortalSettings, page: number | null = null): string =>
  `${stemOf(list, settings)}${page === null ? '' : `/${page}`}.html`;

/** Years have no feed: nothing new comes into an old one, and the site's feed has what is new. */
export const hasFeeds = (list: ListName): boolean => !list.startsWith('year:') && list !== 'changes';

/** Addresses of the three feeds of a list: RSS 2.0, Atom, JSON Feed. */
export const feedPaths = (list: ListName, settings: PortalSettings) => {
  const stem = list === 'site' ? 'feed' : stemOf(list, settings);
  return { rss: `${stem}.xml`, atom: `${stem}.atom`, json: `${stem}.json` };
};
