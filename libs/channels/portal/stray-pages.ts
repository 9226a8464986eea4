import type { RecentPost } from '@koujing/channel';
import { civilTime } from '@koujing/kernel';
import { ownPaths } from './own-paths.js';
import type { PortalSettings } from './portal-settings.js';
import type { PortalAttempt } from './portal-publish.js';
import type { PublishedIndex } from './published-index.js';
import { subjectsOf, type KnownList } from './site-list.js';
import { knownLists } from './site-part.js';
import { wordsOfStray } from './stray-words.js';
import { usualColumns } from './usual-columns.api.js';

type Site = Pick<PortalAttempt, 'settings' | 'ports'>;

/**
 * What says nothing to anybody by itself: styles, fonts, programs, icons, and the copies that a web server packs of its files. A page
 * that loads one of them is read back, and its scripts with it.
 */
const mute = /\.(?:css|js|mjs|map|woff2?|ttf|otf|eot|ico|gz|br|zst)$/iu;

/** What is being written now is in no list yet; the next look judges it. */
const settledMs = 10 * 60_000;
/** A folder that somebody emptied here is one act with many examples: the others are named and not read. */
const readAtOnce = 200;

/** Some of the files below the site's root; of those that a listing dates nobody need be asked. */
export interface ListedFiles {
  readonly paths: readonly string[];
  readonly changedAt?: ReadonlyMap<string, Date>;
}

/**
 * Of some files below the site's root those that no release, list, notice or message of ours put there, changed since an instant:
 * pages, documents, pictures, data. What was written by hand in the place of a file of ours is found by reading that file back, and
 * is none of this.
 */
export const strayPages = async (
  { paths, changedAt }: ListedFiles,
  since: Date,
  { settings, ports: { files, clock } }: Site,
  index: PublishedIndex,
): Promise<readonly RecentPost[]> => {
  const listed = paths.filter((path) => !mute.test(path));
  if (listed.length === 0) return [];
  // Read after the files: a list stands in the index before its file does.
  const lists = knownLists(settings, await index.lists());
  const ours = await ownPaths(listed, lists, settings, index);
  const isOlder = olderLists(lists, settings);
  const strays: RecentPost[] = [];
  for (const path of listed.filter((each) => !ours.has(each)).toSorted()) {
    const at = changedAt?.get(path) ?? (await files.changedAt(settings.root, path));
    if (at === null || at < since || at.getTime() > clock.now().getTime() - settledMs) continue;
    const isRead = strays.length < readAtOnce;
    const words = isRead ? await wordsOfStray(settings.root, path, files) : { heading: '', text: path };
    if (words === null) continue;
    const { heading, text } = words;
    if (path.startsWith('c/') && isOlder(heading)) continue;
    const url = `${settings.baseUrl}/${path.split('/').map(encodeURIComponent).join('/')}`;
    strays.push({ remoteId: path, text, url, publishedAt: civilTime(at) });
  }
  return strays;
};

/** Where a column was given another name in addresses its old list and feeds stay; they are headed by a column of ours. */
const olderLists = (
  lists: readonly KnownList[],
  settings: PortalSettings,
): ((heading: string) => boolean) => {
  const columns = [
    ...subjectsOf(
      lists.map(({ list }) => list),
      'column',
    ),
    ...[...settings.columns, ...usualColumns].map(({ name }) => name),
  ];
  return (heading) =>
    columns.some(
      (name) =>
        heading === name ||
        heading.endsWith(` · ${name}`) ||
        [`${name} - `, `${name}（`].some((start) => heading.startsWith(start)),
    );
};
