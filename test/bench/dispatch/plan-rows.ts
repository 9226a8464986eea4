import type { Queries } from '@koujing/database';
import { insertPlan, plan, RenditionStore } from '@koujing/dispatch';
import type { House } from '../../medium/dispatch-house.js';
import type { SinkChannel } from './sink-channel.js';

/** One release whose page is live already, with a row for each recipient; `also` joins the commit. */
export const planRows = async (
  house: House,
  channel: SinkChannel,
  deliveries: number,
  also: (queries: Queries, releaseId: string) => Promise<void> = async () => undefined,
): Promise<void> => {
  const releaseId = await house.approved({ state: 'released', accountIds: ['sink'] });
  const rendition = channel.preview();
  const share = { accountId: 'sink', channel: 'sink', rendition, perRecipient: true, waitsForPortal: false };
  const recipients = Array.from({ length: deliveries }, (_, n) => `desk${n}@news.example`);
  const portalUrl = `http://127.0.0.1/r/${releaseId}.html`;
  await house.database.transaction(async (queries) => {
    await new RenditionStore().save(queries, [rendition]);
    await insertPlan(queries, plan({ releaseId, version: 1, portalUrl, shares: [share], recipients }));
    await also(queries, releaseId);
  });
};
