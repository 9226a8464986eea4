import { AlertStore, writeAlerts } from '@koujing/alert';
import type { FilePort } from '@koujing/channel';
import { portalSettings, rebuildSite, type Rebuilt } from '@koujing/channels/portal';
import type { Database } from '@koujing/database';
import { ReleasePictures } from '@koujing/dispatch';
import { AttachmentStore } from '@koujing/release';
import { alertSiteOf } from './alert-cases.js';
import { openPortalIndex, portalAccountId } from './portal-index.js';

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
  const index = openPortalIndex(database);
  const pictures = new ReleasePictures(new AttachmentStore());
  const rebuilt = await rebuildSite({
    ...{ settings, files, index },
    assets: (digests) => pictures.find(queries, digests),
  });
  const site = alertSiteOf(database, files, settings);
  let written = 0;
  await site.exclusively(async () => {
    written = await writeAlerts(site, await new AlertStore().all(queries));
  });
  return {
    ...rebuilt,
    ...{ written: rebuilt.written + written, root: settings.root, unknown: await index.withoutText() },
  };
};
