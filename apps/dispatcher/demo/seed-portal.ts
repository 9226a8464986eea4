import type { Attempt, Channel } from '@koujing/channel';
import type { ReleaseStore } from '@koujing/release';
import { portalAccountId } from '../portal-index.js';
import type { Server } from '../server.js';

/** Nothing is in flight before the demo has started: there is no claim that could be lost. */
const noFence = { check: async () => undefined };
const noToken = { current: async () => '', replace: async () => null };

/** Puts the pages of past releases on the portal, each under the hour at which it was released. */
export const seedPortal = async (
  server: Server,
  releases: ReleaseStore,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { database } = server.cases;
  const channel = server.channels.find(({ manifest }) => manifest.channel === 'portal') as Channel;
  const rows = await database.queries
    .selectFrom('release')
    .select('id')
    .where('imported_from', 'is not', null)
    .orderBy('released_at')
    .execute();
  for (const { id } of rows) {
    const release = await releases.find(database.queries, id);
    const version = await releases.version(database.queries, id, 1);
    if (release === null || version === null || release.releasedAt === null) continue;
    const chosen = { ...version, accountIds: [portalAccountId] };
    const [share] = await server.renditions.renditions(database.queries, release, chosen);
    if (share === undefined) continue;
    const outcome = await channel.send(share.rendition, attemptOf(server, id, release.releasedAt, settings));
    if (outcome.kind !== 'delivered')
      throw new Error(`the demo page of ${id} was not written: ${outcome.kind}`);
  }
};

const attemptOf = (
  server: Server,
  releaseId: string,
  at: Date,
  settings: Readonly<Record<string, unknown>>,
): Attempt => ({
  deliveryId: `demo-${releaseId}`,
  operation: 'send',
  idempotencyKey: `demo-${releaseId}`,
  generation: 1,
  releaseId,
  version: 1,
  portalUrl: '',
  firstIntentAt: at,
  lastIntentAt: at,
  settings: { ...settings, checkLive: false },
  secrets: {},
  token: noToken,
  fence: noFence,
  ports: { ...server.ports, clock: { now: () => at, monotonic: () => 0 } },
  images: [],
  phase: null,
  checkpoint: async () => undefined,
});
