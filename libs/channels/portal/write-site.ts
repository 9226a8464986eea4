import type { FilePort } from '@koujing/channel';
import { digestOf } from '@koujing/kernel';
import { portalLook } from '@koujing/template';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedIndex, SiteReader } from './published-index.js';
import { renderPart, type SiteFiles } from './render-part.js';
import { everyPart, rankOf } from './site-part.js';
import type { Part } from './part.js';

/** Files written beside each other: their flushes share the disk's turns. */
const atOnce = 8;

/** Which look and which identity (names, numbers, columns) the lists are written in. */
export const formOf = (settings: PortalSettings): string =>
  digestOf({ look: portalLook, settings: { ...settings, root: '', checkLive: true } });

/**
 * Writes what the journal owes – lists, then feeds – and strikes out what stands; the pings stay for `pingHub`. Called where nobody
 * else writes (`exclusively`). What a crash or a full disk left over is written by the next caller.
 * @throws FileFailure when a file cannot be written; the rest stays owed.
 */
export const writeOwed = async (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
): Promise<void> => {
  await oweNewForm(settings, index);
  const owed = await index.owed();
  for (const rank of [1, 2])
    for (const some of chunksOf(owed.filter(({ part }) => rankOf(part) === rank))) {
      await Promise.all(some.map(({ part }) => writePart(files, settings, index, part)));
      await index.settle(some);
    }
};

/** A new site has no dead link in its navigation, and a changed name or number stands on every list. */
const oweNewForm = async (settings: PortalSettings, index: PublishedIndex): Promise<void> => {
  const form = formOf(settings);
  if ((await index.form()) !== form) await index.oweAll(form, everyPart(settings, await index.lists()));
};

const writePart = async (
  files: FilePort,
  settings: PortalSettings,
  index: SiteReader,
  part: Part,
): Promise<void> => {
  await writeChanged(files, settings.root, await renderPart(part, settings, index));
};

/** Writes what differs: a list that nobody changed keeps its ETag. Answers how many were written. */
export const writeChanged = async (files: FilePort, root: string, wanted: SiteFiles): Promise<number> => {
  let written = 0;
  for (const [path, content] of wanted) {
    if (await stands(files, root, path, content)) continue;
    await files.write(root, path, content);
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

const stands = async (files: FilePort, root: string, path: string, content: string): Promise<boolean> => {
  const bytes = await files.read(root, path);
  return bytes !== null && Buffer.from(content, 'utf8').equals(bytes);
};

export const chunksOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, turn) =>
    all.slice(turn * atOnce, (turn + 1) * atOnce),
  );

/** Is there anything that `writeOwed` would write? */
export const isOwed = async (settings: PortalSettings, index: PublishedIndex): Promise<boolean> =>
  (await index.form()) !== formOf(settings) || (await index.owed()).some(({ part }) => part.kind !== 'ping');
