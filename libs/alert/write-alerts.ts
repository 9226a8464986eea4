import { capPath } from '@koujing/channels/portal';
import type { Queries } from '@koujing/database';
import { alertIndex } from './alert-index.js';
import { alertIndexPath, alertPath, type AlertSite } from './alert-site.js';
import type { AlertStore, StoredAlert } from './alert-store.sql.js';

/** Receivers poll the index; beyond this it would grow past the 100 kB that they are asked to expect (CHANNELS.md E). */
const listed = 100;

/** Messages first, each also where its release's page leads to, then the index that leads to them. Called where nobody else writes (`exclusively`). */
export const writeAlerts = async (
  queries: Queries,
  alerts: AlertStore,
  site: Pick<AlertSite, 'write' | 'url' | 'title'>,
  messages: readonly StoredAlert[],
): Promise<void> => {
  for (const { identifier, releaseId, xml } of messages) {
    await site.write(alertPath(identifier), xml);
    await site.write(capPath(releaseId), xml);
  }
  const newest = await alerts.newest(queries, listed);
  const [last] = newest;
  if (last === undefined) return;
  const entries = newest.map((alert) => ({ ...alert, url: site.url(alertPath(alert.identifier)) }));
  const place = { url: site.url(alertIndexPath), title: site.title, updatedAt: last.sentAt };
  await site.write(alertIndexPath, alertIndex(entries, place));
};
