import type { RecentPost } from '@koujing/channel';
import { civilTime } from '@koujing/kernel';
import { conferencesPath, mapPath, missingPath, rosterPath, searchPath } from '@koujing/template';
import { wordsOfPage } from './page-text.js';
import type { PortalSettings } from './portal-settings.js';
import type { PortalAttempt } from './portal-publish.js';
import type { PublishedIndex } from './published-index.js';
import { fullPages, listPath, subjectsOf } from './site-list.js';
import { knownLists } from './site-part.js';
import { usualColumns } from './usual-columns.api.js';

type Site = Pick<PortalAttempt, 'settings' | 'ports'>;

/** What a reader reads; pictures, styles and data say nothing by themselves. */
const readable = /\.(?:x?html?|shtml|txt|md|pdf|ofd|docx?|wps|xlsx?|et|pptx?)$/iu;
const page = /\.(?:x?html?|shtml)$/iu;
const ofRelease = /^(?:r\/([^/]+?)(?:\.gone)?\.html|f\/([^/]+)\/[0-9a-f]{64}\.(?:docx|txt))$/u;

/** What is being written now is in no list yet; the next look judges it. */
const settledMs = 10 * 60_000;
const askedAtOnce = 1_000;
/** A folder that somebody emptied here is one act with many examples: the others are named and not read. */
const readAtOnce = 200;
const longestPage = 2 * 1_048_576;

/**
 * Of some paths below the site's root the pages and documents that no release, list or notice of ours put there, changed since an
 * instant. What was written by hand in the place of a page of ours is found by reading that page back, and is none of this.
 */
export const strayPages = async (
  paths: readonly string[],
  since: Date,
  { settings, ports: { files, clock } }: Site,
  index: PublishedIndex,
): Promise<readonly RecentPost[]> => {
  const listed = paths.filter((path) => readable.test(path));
  if (listed.length === 0) return [];
  // Read after the files: a list stands in the index before its file does.
  const ours = await ownPaths(listed, settings, index);
  const strays: RecentPost[] = [];
  for (const path of listed.filter((each) => !ours.has(each)).toSorted()) {
    const at = await files.changedAt(settings.root, path);
    if (at === null || at < since || at.getTime() > clock.now().getTime() - settledMs) continue;
    const words = strays.length < readAtOnce ? await wordsOf(path, settings, files) : path;
    if (path.startsWith('c/') && (await isOlderList(words, settings, index))) continue;
    const url = `${settings.baseUrl}/${path.split('/').map(encodeURIComponent).join('/')}`;
    strays.push({ remoteId: path, text: words, url, publishedAt: civilTime(at) });
  }
  return strays;
};

const ownPaths = async (
  listed: readonly string[],
  settings: PortalSettings,
  index: PublishedIndex,
): Promise<ReadonlySet<string>> => {
  const named = listed.flatMap((path) => {
    const [, ofPage, ofDocument] = ofRelease.exec(path) ?? [];
    const releaseId = ofPage ?? ofDocument;
    return releaseId === undefined ? [] : [{ path, releaseId }];
  });
  const ids = [...new Set(named.map(({ releaseId }) => releaseId))];
  const known = new Set<string>();
  for (let from = 0; from < ids.length; from += askedAtOnce)
    for (const id of await index.known(ids.slice(from, from + askedAtOnce))) known.add(id);
  const lists = knownLists(settings, await index.lists());
  const heads = new Map(lists.map((list) => [listPath(list.list, settings), fullPages(list)]));
  return new Set([
    ...['index.html', mapPath, searchPath, missingPath, 'robots.txt', rosterPath, conferencesPath],
    ...listed.filter((path) => isOfList(path, heads)),
    ...named.filter(({ releaseId }) => known.has(releaseId)).map(({ path }) => path),
  ]);
};

/** The head of a list, or one of its full pages: told by the path alone, so that a large site's pages are never all enumerated. */
const isOfList = (path: string, heads: ReadonlyMap<string, number>): boolean => {
  if (heads.has(path)) return true;
  const [, stem, number] = /^(.+)\/([1-9]\d*)\.html$/u.exec(path) ?? [];
  return stem !== undefined && Number(number) <= (heads.get(`${stem}.html`) ?? 0);
};

/** Where a column was given another name in addresses its old list stays; it is headed by a column of ours. */
const isOlderList = async (
  words: string,
  settings: PortalSettings,
  index: PublishedIndex,
): Promise<boolean> => {
  const lists = (await index.lists()).map(({ list }) => list);
  const columns = [
    ...subjectsOf(lists, 'column'),
    ...[...settings.columns, ...usualColumns].map(({ name }) => name),
  ];
  const [heading = ''] = words.split('\n');
  const begin = (name: string) => [`${name} - `, `${name}（`].some((start) => heading.startsWith(start));
  return columns.some((name) => heading === name || begin(name));
};

const wordsOf = async (
  path: string,
  { root }: PortalSettings,
  files: Site['ports']['files'],
): Promise<string> => {
  if (!page.test(path)) return path;
  const bytes = await files.read(root, path);
  const words = bytes === null ? '' : wordsOfPage(decoded(bytes.subarray(0, longestPage)));
  return words === '' ? path : words;
};

/** Pages made by hand here are UTF-8 or GBK, and say so or not. */
const decoded = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (/charset=["']?gb/iu.test(head)) return new TextDecoder('gb18030').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};
