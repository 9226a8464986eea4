import type { FilePort, LogPort } from '@koujing/channel';
import {
  alertSettingsOf,
  alertsSection,
  AlertStore,
  IssueAlerts,
  type AlertSettings,
  type AlertSite,
} from '@koujing/alert';
import { portalSettings, writeChanged, writePress, type PortalSettings } from '@koujing/channels/portal';
import type { Database } from '@koujing/database';
import type { AccountStore } from '@koujing/dispatch';
import { openPortalIndex, portalAccountId } from './portal-index.js';
import type { UseCases } from './use-cases.js';

/** CAP messages of warnings and emergencies, in the folder `cap/` of the portal. */
export const alertCasesOf = (
  cases: UseCases,
  ground: {
    readonly accounts: AccountStore;
    readonly files: FilePort;
    readonly log: LogPort;
    readonly settings: AlertSettings;
  },
) => ({
  issue: new IssueAlerts({
    ...{ database: cases.database, audit: cases.audit, clock: cases.clock, log: ground.log },
    notifier: cases.notifier,
    ...{ alerts: new AlertStore(), settings: ground.settings },
    openSite: () => openSite({ ...ground, database: cases.database }),
  }),
});

/** Without a word in the configuration everything is an exercise. */
export const exercises = (portalUrl: string): AlertSettings =>
  alertSettingsOf(alertsSection.schema.parse({}), { city: '全市', portalUrl, demo: true });

interface SiteGround {
  readonly database: Database;
  readonly accounts: AccountStore;
  readonly files: FilePort;
}

const openSite = async ({ database, accounts, files }: SiteGround): Promise<AlertSite | null> => {
  const [account] = await accounts.find(database.queries, [portalAccountId]);
  return account === undefined ? null : alertSiteOf(database, files, portalSettings.parse(account.settings));
};

/** Under the same lease as the portal's pages and lists. */
export const alertSiteOf = (database: Database, files: FilePort, settings: PortalSettings): AlertSite => {
  const index = openPortalIndex(database);
  return {
    exclusively: (work) => index.exclusively(work),
    write: (path, text) => writeChanged(files, settings.root, new Map([[path, text]])),
    writeIndex: () => writePress(files, settings, index, 'alerts'),
  };
};
