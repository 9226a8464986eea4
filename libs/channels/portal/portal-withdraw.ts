import type { Receipt } from '@koujing/channel';
import { portalTombstone } from '@koujing/template';
import { portalManifest } from './manifest.js';
import { removeDocuments } from './portal-documents.js';
import { minuteOf, pagePath, tombstonePath } from './portal-page.js';
import { markAt, type PortalAttempt } from './portal-publish.js';
import { siteOf } from './portal-settings.js';
import type { PublishedIndex } from './published-index.js';
import { refreshLists } from './site-lists.js';

/**
 * The notice first (from then on the address answers 410), then the page, the record, the lists and the feeds.
 * Repeated after a crash it finishes what is left and keeps the time of the first notice.
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

    const columns = known ? [known.column] : settings.columns.map(({ name }) => name);
    const lists = async (): Promise<void> => refreshLists(ports.files, settings, index, columns);
    if (page === null && known === null) {
      await lists();
      return 'alreadyGone';
    }
    const version = Math.max(Number(receipt.data?.version ?? 1), page?.version ?? 1, known?.version ?? 1);
    const tombstone = await markAt(attempt, tombstonePath(releaseId));
    if (tombstone === null || tombstone.version < version)
      await ports.files.write(
        settings.root,
        tombstonePath(releaseId),
        portalTombstone({
          site: siteOf(settings),
          releaseId,
          version,
          withdrawnAt: minuteOf(ports.clock.now()),
        }),
      );
    // While the page stands it says which documents it offers.
    await removeDocuments(attempt, await ports.files.read(settings.root, pagePath(releaseId)));
    await ports.files.remove(settings.root, pagePath(releaseId));
    await index.remove(releaseId);
    await lists();
    return 'done';
  });
