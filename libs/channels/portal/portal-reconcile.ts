import type { Receipt, ReconcileOutcome, Rendition } from '@koujing/channel';
import { civilTime } from '@koujing/kernel';
import { publicUrl, readLive } from './portal-live.js';
import { filledPage, pagePath, tombstonePath } from './portal-page.js';
import { markAt, type PortalAttempt } from './portal-publish.js';
import type { PublishedEntry } from './published-entry.js';
import type { PublishedIndex } from './published-index.js';
import { owingFor } from './site-part.js';
import { partsStand } from './write-site.js';

/** How soon to look again when the page stands but its public address does not answer yet. */
const lookAgainMs = 5_000;

/**
 * Present only if page, record and lists all stand, and the page holds our bytes or a newer version.
 * Anything less is `absent`: sending again finishes it and cannot double a path.
 */
export const findPage = async (
  rendition: Rendition,
  attempt: PortalAttempt,
  index: PublishedIndex,
): Promise<ReconcileOutcome> => {
  const tombstone = await markAt(attempt, tombstonePath(attempt.releaseId));
  if (tombstone && tombstone.version >= attempt.version) return withdrawn(tombstone.version);
  // An older notice still hides the page.
  if (tombstone) return { kind: 'absent' };
  const entry = await index.exclusively(() => standing(rendition, attempt, index));
  if (entry === null) return { kind: 'absent' };
  const liveness = await readLive(attempt);
  if (liveness.kind === 'notLive') return { kind: 'stillPending', checkAfterMs: lookAgainMs };
  return { kind: 'present', receipt: receiptOf(entry, attempt), matches: 1 };
};

export const withdrawn = (version: number) =>
  ({
    kind: 'rejected',
    code: 'withdrawn',
    message: `本稿第 ${version} 版已从门户撤回，只有更新的版本可以重新发布。Version ${version} was withdrawn; only a newer version may be published.`,
    fix: 'operator',
  }) as const;

/** What the ledger keeps of a page. */
export const receiptOf = (entry: PublishedEntry, attempt: PortalAttempt): Receipt => ({
  remoteId: entry.path,
  url: publicUrl(attempt),
  data: {
    version: String(entry.version),
    publishedAt: civilTime(entry.publishedAt),
    updatedAt: civilTime(entry.updatedAt),
  },
});

const standing = async (
  rendition: Rendition,
  { releaseId, version, settings, ports }: PortalAttempt,
  index: PublishedIndex,
): Promise<PublishedEntry | null> => {
  const entry = await index.find(releaseId);
  if (entry === null || entry.version < version) return null;
  const page = await ports.files.read(settings.root, pagePath(releaseId));
  if (page === null) return null;
  const isOurs = Buffer.from(filledPage(rendition, version, entry, settings), 'utf8').equals(page);
  if (entry.version === version && !isOurs) return null;
  const parts = owingFor(settings)(await index.touched(releaseId));
  return (await partsStand(ports.files, settings, index, parts)) ? entry : null;
};
