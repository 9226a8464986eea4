import { AlertStore, writeAlerts } from '@koujing/alert';
import type { FilePort } from '@koujing/channel';
import { portalSettings, rebuildSite, type PortalSettings, type Rebuilt } from '@koujing/channels/portal';
import { NoticeStore, WriteNotices } from '@koujing/conference';
import type { Database } from '@koujing/database';
import { ReleasePictures, StoredPublishedIndex, type Account } from '@koujing/dispatch';
import { OrganStore } from '@koujing/organ';
import { AttachmentStore } from '@koujing/release';
import { PublicationStore } from '@koujing/roster';
import { alertSiteOf } from './alert-cases.js';
import { portalAccountId } from './channels.js';
import { PortalConferenceSite } from './conference-site.js';
import { PortalRosterSite } from './roster-site.js';

export interface PortalRebuilt extends Rebuilt {
  readonly root: string;
  /** Live pages whose text was not kept in the ledger: they can only be left as they stand. */
  readonly unknown: number;
}

/** The whole public site from the database, into its folder or another one; null where there is no portal account. */
export const rebuildPortal = async (
  database: Database,
  files: FilePort,
  into: string | null,
): Promise<PortalRebuilt | null> => {
  const { queries } = database;
  const row = await queries
    .selectFrom('account')
    .selectAll()
    .where('id', '=', portalAccountId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const configured = portalSettings.parse(row.settings);
  const settings = { ...configured, root: into ?? configured.root };
  const index = new StoredPublishedIndex(database, portalAccountId);
  const pictures = new ReleasePictures(new AttachmentStore());
  const rebuilt = await rebuildSite({
    ...{ settings, files, index },
    assets: (digests) => pictures.find(queries, digests),
  });
  await rebuildPress(database, files, settings);
  return { ...rebuilt, root: settings.root, unknown: await index.withoutText() };
};

/** The roster, the alerts and the conference notices, as their own writers write them. */
const rebuildPress = async (database: Database, files: FilePort, settings: PortalSettings): Promise<void> => {
  const accounts = { find: async () => [accountOf(settings)] };
  const roster = new PortalRosterSite({ database, accounts, organs: new OrganStore(), files });
  await roster.exclusively(async () => {
    const [newest] = await new PublicationStore().newest(database.queries, 1);
    if (newest !== undefined && !(await roster.shows(newest))) await roster.write(newest);
  });
  const alerts = new AlertStore();
  const site = alertSiteOf(database, files, settings);
  await site.exclusively(async () =>
    writeAlerts(database.queries, alerts, site, await alerts.all(database.queries)),
  );
  const conferences = new PortalConferenceSite({ database, accounts, files });
  await new WriteNotices({ database, notices: new NoticeStore() }, conferences).tick();
};

const accountOf = (settings: PortalSettings): Account => ({
  ...{ id: portalAccountId, organId: null, channel: 'portal', name: settings.siteName },
  ...{ settings: { ...settings }, secrets: {}, enabled: true },
  ...{ breaker: 'closed', breakerUntil: null, breakerReason: null },
});
