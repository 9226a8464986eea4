import type { RecentPost } from '@koujing/channel';
import { civilTime } from '@koujing/kernel';
import { conferencesPath, mapPath, missingPath, rosterPath, searchPath } from '@koujing/template';
import { wordsOfPage } from './page-text.js';
import type { PortalSettings } from './portal-settings.js';
import type { PortalAttempt } from './portal-publish.js';
import type { PublishedIndex } from './published-index.js';
import { listPath, subjectsOf } from './site-list.js';
import { everyPart } from './site-part.js';
import { usualColumns } from './usual-columns.api.js';

type Site = Pick<PortalAttempt, 'settings' | 'ports'>;

/** What a reader reads; pictures, styles and data say nothing by themselves. */
const readable = /\.(?:x?html?|shtml|txt|md|pdf|ofd|docx?|wps|xlsx?|et|pptx?)$/iu;
const page = /\.(?:x?html?|shtml)$/iu;
const ofRelease = /^(?:r\/([^/]+?)(?:\.gone)?\.html|f\/([^/]+)\/[0-9a-f]{64}\.(?:docx|txt))$/u;

/** What is being written now is in no list yet; the next look judges it. */
const settledMs = 10 * 60_000;
const askedAtOnce = 1_000;
/** A folder that somebody emptied here is one act with many examples; its end comes with a later look. */
const mostAtOnce = 200;
const longestPage = 2 * 1_048_576;

/**
 * Pages and documents below the site's root that no release, list or notice of ours put there, changed since an instant. What was
 * written by hand in the place of a page of ours is found by reading that page back, and is none of this.
 * @throws FileFailure when the root cannot be listed
 */
export const strayPages = async (
  since: Date,
  { settings, ports: { files, clock } }: Site,
  index: PublishedIndex,
): Promise<readonly RecentPost[]> => {
  const listed = (await files.list(settings.root)).filter((path) => readable.test(path));
  // Read after the files: a list stands in the index before its file does.
  const ours = await ownPaths(listed, settings, index);
  const strays: RecentPost[] = [];
  for (const path of listed.filter((each) => !ours.has(each)).toSorted()) {
    const at = await files.changedAt(settings.root, path);
    if (at === null || at < since || at.getTime() > clock.now().getTime() - settledMs) continue;
    const words = await wordsOf(path, settings, files);
    if (path.startsWith('c/') && (await isOlderList(words, settings, index))) continue;
    const url = `${settings.baseUrl}/${path.split('/').map(encodeURIComponent).join('/')}`;
    strays.push({ remoteId: path, text: words, url, publishedAt: civilTime(at) });
    if (strays.length === mostAtOnce) break;
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
  const lists = await index.lists();
  return new Set([
    ...['index.html', mapPath, searchPath, missingPath, 'robots.txt', rosterPath, conferencesPath],
    ...everyPart(settings, lists).flatMap((part) =>
      part.kind === 'list' ? [listPath(part.list, settings, part.page)] : [],
    ),
    ...named.filter(({ releaseId }) => known.has(releaseId)).map(({ path }) => path),
  ]);
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
