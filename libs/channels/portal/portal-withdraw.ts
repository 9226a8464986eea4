import type { Receipt } from '@koujing/channel';
import { portalManifest } from './manifest.js';
import { removeDocuments } from './portal-documents.js';
import { minuteOf, pagePath, tombstonePath } from './portal-page.js';
import { markAt, type PortalAttempt } from './portal-publish.js';
import type { PublishedIndex, Withdrawal } from './published-index.js';
import { owingFor } from './site-part.js';
import { tombstoneOf } from './tombstone.js';
import { writeLot, writeOwn } from './write-site.js';

/**
 * The notice first (from then on the address answers 410), then the page, the record, the lists and the feeds. The notice stands in
 * the page's place too: a server that cannot answer 410 shows it with 200 and noindex. Repeated after a crash it finishes what is
 * left and keeps the time of the first notice.
 */
export const withdrawPage = async (
  receipt: Receipt,
  attempt: PortalAttempt,
  index: PublishedIndex,
): Promise<'done' | 'alreadyGone'> =>
  index.exclusively(async () => {
    const { releaseId, settings, ports } = attempt;
    await attempt.fence.check(portalManifest.callTimeoutMs);
    const page = await markAt(attempt, pagePath(releaseId));
    const known = await index.find(releaseId);
    const isShown = page !== null && page.withdrawnAt === null;
    if (!isShown && known === null) {
      await writeLot(ports.files, settings, index);
      return 'alreadyGone';
    }
    const version = Math.max(Number(receipt.data?.version ?? 1), page?.version ?? 1, known?.version ?? 1);
    const withdrawal = await noticed(attempt, version);
    const notice = tombstoneOf(withdrawal, settings);
    // While the page stands it says which documents it offers.
    await removeDocuments(attempt, await ports.files.read(settings.root, pagePath(releaseId)));
    await ports.files.write(settings.root, pagePath(releaseId), notice);
    const owed = await index.remove(withdrawal, owingFor(settings));
    await writeOwn(ports.files, settings, index, owed);
    return 'done';
  });

/** Writes the notice unless it stands, and says what it says. */
const noticed = async (attempt: PortalAttempt, version: number): Promise<Withdrawal> => {
  const { releaseId, settings, ports } = attempt;
  const standing = await markAt(attempt, tombstonePath(releaseId));
  if (standing !== null && standing.version >= version && standing.withdrawnAt !== null)
    return { releaseId, version: standing.version, at: instantOf(standing.withdrawnAt) };
  const at = instantOf(minuteOf(ports.clock.now()));
  const withdrawal = { releaseId, version, at };
  await ports.files.write(settings.root, tombstonePath(releaseId), tombstoneOf(withdrawal, settings));
  return withdrawal;
};

const instantOf = (minute: string): Date => new Date(`${minute.replace(' ', 'T')}:00+08:00`);
