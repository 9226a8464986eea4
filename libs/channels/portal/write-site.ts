import { setTimeout } from 'node:timers/promises';
import type { FilePort } from '@koujing/channel';
import type { PortalSettings } from './portal-settings.js';
import type { Owed, PublishedIndex, SiteReader } from './published-index.js';
import { renderPart, type SiteFiles } from './render-part.js';
import { formOf } from './site-form.js';
import { releaseAt } from './portal-page.js';
import { rankOf, wholeSite } from './site-part.js';
import { articlesAtOnce, type Part } from './part.js';

/** Files written beside each other: their flushes share the disk's turns. */
const atOnce = 8;

/** Parts of a lot: under a second on a slow disk, which is how long a publication waits for its turn. */
const lotSize = 32;
/** Longer than a waiting writer takes to look for its turn. */
const restMs = 60;

/**
 * Writes what one release owes – lists, then feeds – and strikes out what stands; the pings stay for `pingHub`. Called where nobody
 * else writes (`exclusively`). A program whose form is not the site's writes what the public waits for all the same, and leaves it
 * in the journal for those of the site's form.
 * @throws FileFailure when a file cannot be written; the rest stays owed.
 */
export const writeOwn = async (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
  owed: readonly Owed[],
): Promise<void> => {
  const form = await index.form();
  const isOurs = form === null || form === (await formOf(settings));
  for (const rank of [1, 2])
    for (const some of chunksOf(owed.filter(({ part }) => rankOf(part) === rank))) {
      const next = await files.together((lot) =>
        Promise.all(some.map(({ part }) => writePart(lot, settings, index, part))),
      );
      if (!isOurs) continue;
      const owedNext = next.filter((part) => part !== null);
      if (owedNext.length > 0) await index.owe(owedNext, 'form');
      await index.settle(some);
    }
};

/** The first lot of what the journal holds; answers whether there was any. Called where nobody else writes. */
export const writeLot = async (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
): Promise<boolean> => {
  const owed = await index.owed(lotSize);
  await writeOwn(files, settings, index, owed);
  return owed.length > 0;
};

/**
 * What a crash or a full disk left over, and after a change of form the whole site: in lots, so that a publication comes between
 * two of them.
 */
export const writeOwed = async (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
  { lots = Infinity }: { readonly lots?: number } = {},
): Promise<void> => {
  const form = await formOf(settings);
  const standing = await index.standFor(form);
  if (standing === 'yields') return;
  if (standing === 'takesOver') await index.exclusively(() => oweForm(form, settings, index));
  for (let lot = 0; lot < lots && (await index.owed(1)).length > 0; lot += 1) {
    if (lot > 0) await setTimeout(restMs);
    await index.exclusively(() => writeLot(files, settings, index));
  }
};

/** A new site has no dead link in its navigation, and a changed name or number stands on every list. */
const oweForm = async (form: string, settings: PortalSettings, index: PublishedIndex): Promise<void> => {
  if ((await index.standFor(form)) !== 'takesOver') return;
  await index.keepColumns(settings.columns.map(({ name }) => name));
  await index.oweAll(form, await wholeSite(settings, index));
};

/** Answers what is owed after it. Of an article only head and foot can differ from what stands. */
const writePart = async (
  files: FilePort,
  settings: PortalSettings,
  index: SiteReader,
  part: Part,
): Promise<Part | null> => {
  const wanted = await renderPart(part, settings, index);
  if (part.kind !== 'articles') {
    await writeChanged(files, settings.root, wanted);
    return null;
  }
  await inLanes([...wanted], (one) => writeChanged(files, settings.root, new Map([one])));
  const last = [...wanted.keys()].at(-1);
  return last === undefined || wanted.size < articlesAtOnce
    ? null
    : { kind: 'articles', after: releaseAt(last) };
};

/** Writes what differs: a list that nobody changed keeps its ETag. Answers how many were written. */
export const writeChanged = async (files: FilePort, root: string, wanted: SiteFiles): Promise<number> => {
  let written = 0;
  for (const [path, content] of wanted) {
    if (await stands(files, root, path, content)) continue;
    if (content === null) await files.remove(root, path);
    else await files.write(root, path, content);
    written += 1;
  }
  return written;
};

/** Do the files of all these parts stand as the index wants them? */
export const partsStand = async (
  files: FilePort,
  settings: PortalSettings,
  index: SiteReader,
  parts: readonly Part[],
): Promise<boolean> => {
  for (const part of parts)
    for (const [path, content] of await renderPart(part, settings, index))
      if (!(await stands(files, settings.root, path, content))) return false;
  return true;
};

const stands = async (
  files: FilePort,
  root: string,
  path: string,
  content: string | Uint8Array | null,
): Promise<boolean> => {
  const bytes = await files.read(root, path);
  return content === null ? bytes === null : bytes !== null && Buffer.from(content).equals(bytes);
};

/**
 * Nobody waits for the slowest of eight; answers the sum of what each wrote. The first failure stops all, and is told when nobody
 * writes any more: the caller's turn ends with it.
 */
export const inLanes = async <T>(
  all: readonly T[] | AsyncGenerator<T>,
  write: (one: T) => Promise<number>,
): Promise<number> => {
  const left = Symbol.asyncIterator in all ? all : all.values();
  let written = 0;
  let stopped = false;
  const lane = async (): Promise<void> => {
    for await (const one of left) {
      if (stopped) return;
      try {
        const count = await write(one);
        written += count;
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return written;
};

const chunksOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, turn) =>
    all.slice(turn * atOnce, (turn + 1) * atOnce),
  );
