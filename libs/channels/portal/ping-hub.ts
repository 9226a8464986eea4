import { HttpFailure, type HttpPort, type LogPort } from '@koujing/channel';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedIndex } from './published-index.js';
import { feedPaths } from './site-list.js';

/**
 * Tells the WebSub hub which feeds changed, once they stand. The hub is a courtesy to readers: one that does not answer holds up
 * nothing, and is told at a later turn. Answers whether all of it was told.
 */
export const pingHub = async (
  ports: { readonly http: HttpPort; readonly log: LogPort },
  settings: PortalSettings,
  index: Pick<PublishedIndex, 'pings' | 'settle'>,
): Promise<boolean> => {
  let isAllTold = true;
  for (const each of await index.pings()) {
    if (each.part.kind !== 'ping') continue;
    const feeds = Object.values(feedPaths(each.part.list, settings));
    const answers = await Promise.all(
      feeds.map((feed) => told(ports, settings, `${settings.baseUrl}/${feed}`)),
    );
    if (answers.every((answer) => answer)) await index.settle([each]);
    else isAllTold = false;
  }
  return isAllTold;
};

/** Hubs take the address as `hub.url`, some as `hub.topic` (CHANNELS.md D1): both are said. */
const told = async (
  { http, log }: { readonly http: HttpPort; readonly log: LogPort },
  { hub }: PortalSettings,
  feed: string,
): Promise<boolean> => {
  // Taken out of the settings meanwhile: there is nobody to tell.
  if (hub === '') return true;
  try {
    const { status } = await http.request({
      method: 'POST',
      url: hub,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }).toString(),
      timeoutMs: 5_000,
    });
    if (status < 300) return true;
    log.warn('portal.hubRefused', { hub, feed, status });
    // It does not want this feed and will not want it in a minute; of the others it is told all the same.
    return status < 500 && status !== 408 && status !== 429;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    log.warn('portal.hubSilent', { hub, feed, reason: error.message });
  }
  return false;
};
