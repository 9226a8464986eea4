import { createHash } from 'node:crypto';
import type { AmissFile, FilePort } from '@koujing/channel';
import { amissFile } from './amiss-file.js';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedIndex } from './published-index.js';
import type { Part } from './part.js';
import { renderPart, type SiteFiles } from './render-part.js';
import { writeOwn } from './write-site.js';

type PressPage = 'roster' | 'conferences' | 'alerts';

/** Byte for byte what the index reads now? What does is remembered as written, whoever wrote it. */
export const pressStands = async (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
  kind: PressPage,
): Promise<boolean> => {
  const wanted = await renderPart({ kind }, settings, index);
  const standing = await standingOf(wanted, files, settings);
  for (const [path, content] of wanted)
    if (digestOf(content) !== digestOf(standing.get(path) ?? null)) return false;
  await remember(wanted, index);
  return true;
};

/**
 * Files of the page that are neither what the index reads now nor what was written here last: somebody else's work. To be told
 * before the page is written again. Called where nobody else writes (`exclusively`).
 */
export const pressTouched = async (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
  kind: PressPage,
): Promise<readonly AmissFile[]> => {
  const wanted = await renderPart({ kind }, settings, index);
  const standing = await standingOf(wanted, files, settings);
  const written = await index.written([...wanted.keys()]);
  return [...wanted].flatMap(([path, content]) => {
    const stands = standing.get(path) ?? null;
    const ours = written.get(path);
    // Before the first list nothing was written here that could be told from another's.
    if (content === null || ours === undefined) return [];
    if ([digestOf(content), ...ours].includes(digestOf(stands))) return [];
    return [amissFile({ kind }, path, { wanted: Buffer.from(content), stands }, settings)];
  });
};

/** Owes the page, or the index of the alerts, and the sitemap that leads to a page, and writes them. Called where nobody else writes (`exclusively`). */
export const writePress = async (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
  kind: PressPage,
): Promise<void> => {
  const wanted = await renderPart({ kind }, settings, index);
  // Both, while it is being written: whoever dies in between leaves either.
  const written = await index.written([...wanted.keys()]);
  await index.keepWritten(
    new Map(
      [...wanted].map(([path, content]) => [
        path,
        [...(written.get(path) ?? []).slice(-1), digestOf(content)],
      ]),
    ),
  );
  const sitemap = [1, null].map((page): Part => ({ kind: 'sitemap', page }));
  const parts: readonly Part[] = [{ kind }, ...(kind === 'alerts' ? [] : sitemap)];
  await writeOwn(files, settings, index, await index.owe(parts));
  await remember(wanted, index);
};

const standingOf = async (
  wanted: SiteFiles,
  files: FilePort,
  { root }: PortalSettings,
): Promise<ReadonlyMap<string, Uint8Array | null>> => {
  const standing = new Map<string, Uint8Array | null>();
  for (const path of wanted.keys()) standing.set(path, await files.read(root, path));
  return standing;
};

const remember = async (
  wanted: SiteFiles,
  index: Pick<PublishedIndex, 'written' | 'keepWritten'>,
): Promise<void> => {
  const written = await index.written([...wanted.keys()]);
  const digests = [...wanted].map(([path, content]) => [path, [digestOf(content)]] as const);
  const isKnown = digests.every(([path, [digest]]) => {
    const known = written.get(path);
    return known?.length === 1 && known[0] === digest;
  });
  if (!isKnown) await index.keepWritten(new Map(digests));
};

/** Of no file: ''. */
const digestOf = (content: string | Uint8Array | null): string =>
  content === null ? '' : createHash('sha256').update(content).digest('hex');
