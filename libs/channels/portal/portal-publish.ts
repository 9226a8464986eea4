import type { Attempt, Rendition } from '@koujing/channel';
import { portalManifest } from './manifest.js';
import { markOf, type PageMark } from './page-mark.js';
import { removeDocuments, writeDocuments } from './portal-documents.js';
import { filledPage, pagePath, picturePath, tombstonePath, type PageTimes } from './portal-page.js';
import type { PortalSecrets, PortalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-entry.js';
import type { PublishedIndex } from './published-index.js';
import { owingFor } from './site-part.js';
import { writeOwn } from './write-site.js';

export type PortalAttempt = Attempt<PortalSettings, PortalSecrets>;

export type Published =
  | { readonly kind: 'written'; readonly entry: PublishedEntry }
  /** A newer version stands there: ours must not replace it. */
  | { readonly kind: 'newerStands'; readonly entry: PublishedEntry }
  | { readonly kind: 'withdrawn'; readonly version: number };

/**
 * Pictures, page, record, lists, feeds, in this order, while no other process writes any of them. The record is kept together
 * with what it owes the lists and feeds, so that a crash after it loses nothing. Each step may be repeated: the same version keeps
 * its times, so the bytes stay the same.
 * @throws FileFailure when a file cannot be written; FenceLost when the claim has passed to another worker.
 */
export const publishPage = async (
  rendition: Rendition,
  attempt: PortalAttempt,
  index: PublishedIndex,
): Promise<Published> =>
  index.exclusively(async () => {
    const { releaseId, version, settings, ports } = attempt;
    await attempt.fence.check(portalManifest.callTimeoutMs);
    const tombstone = await markAt(attempt, tombstonePath(releaseId));
    if (tombstone && tombstone.version >= version)
      return { kind: 'withdrawn', version: tombstone.version } as const;
    const known = await index.find(releaseId);
    if (known && known.version > version) return { kind: 'newerStands', entry: known } as const;

    const times = await timesOf(attempt, known);
    await writePictures(rendition, attempt);
    await writeDocuments(rendition, attempt);
    // First, because only the page that stands says what it offers: after a crash it is read once more.
    const standing = await ports.files.read(settings.root, pagePath(releaseId));
    await removeDocuments(attempt, standing, rendition.parts.html ?? '');
    const writePage = (told: PageTimes): Promise<void> =>
      ports.files.write(settings.root, pagePath(releaseId), filledPage(rendition, version, told, settings));
    await writePage(times);
    const own = entryOf(rendition, attempt, times);
    const owed = await index.record({ entry: own, rendition }, owingFor(settings));
    // A clock that steps forward ends a turn while its holder still writes: whoever of the two recorded this version first is right.
    const kept = await index.find(releaseId);
    const entry = kept?.version === version ? kept : own;
    if (!isAt(entry, times)) await writePage(entry);
    if (tombstone) await ports.files.remove(settings.root, tombstonePath(releaseId));
    await writeOwn(ports.files, settings, index, owed);
    return { kind: 'written', entry } as const;
  });

const isAt = (entry: PageTimes, times: PageTimes): boolean =>
  entry.publishedAt.getTime() === times.publishedAt.getTime() &&
  entry.updatedAt.getTime() === times.updatedAt.getTime();

/** The mark of the file at a path, or null. */
export const markAt = async (attempt: PortalAttempt, path: string): Promise<PageMark | null> => {
  const bytes = await attempt.ports.files.read(attempt.settings.root, path);
  return bytes === null ? null : markOf(bytes);
};

/** The first publication is never moved; the same version written again keeps the time of its first writing. */
const timesOf = async (attempt: PortalAttempt, known: PublishedEntry | null): Promise<PageTimes> => {
  const mark = await markAt(attempt, pagePath(attempt.releaseId));
  // The notice of a withdrawal stands in the page's place: what is published after it is new.
  const standing = mark?.withdrawnAt === null ? mark : null;
  const now = attempt.ports.clock.now();
  const publishedAt = known?.publishedAt ?? (standing?.publishedAt ? new Date(standing.publishedAt) : now);
  if (known?.version === attempt.version) return { publishedAt, updatedAt: known.updatedAt };
  if (standing?.version === attempt.version && standing.updatedAt)
    return { publishedAt, updatedAt: new Date(standing.updatedAt) };
  return { publishedAt, updatedAt: known || standing ? now : publishedAt };
};

const writePictures = async (
  rendition: Rendition,
  { images, settings, ports }: PortalAttempt,
): Promise<void> => {
  for (const { sha256, mimeType, bytes } of images) {
    if (!rendition.assets.includes(sha256) || !mimeType.startsWith('image/')) continue;
    const path = picturePath(sha256, mimeType);
    if ((await ports.files.read(settings.root, path)) === null)
      await ports.files.write(settings.root, path, bytes);
  }
};

const entryOf = (
  { parts }: Rendition,
  { releaseId, version }: PortalAttempt,
  times: PageTimes,
): PublishedEntry => ({
  releaseId,
  version,
  path: pagePath(releaseId),
  title: parts.title ?? '',
  summary: parts.summary ?? '',
  organ: parts.organ ?? '',
  organs: organsOf(parts),
  column: parts.column ?? '',
  ...times,
});

/** Renditions that were frozen before several organs could be named say the first one only. */
const organsOf = ({ organs, organ = '' }: Rendition['parts']): readonly string[] => [
  ...new Set((organs ?? organ).split('\n')),
];
