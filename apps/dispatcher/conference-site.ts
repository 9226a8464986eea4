import type { FilePort } from '@koujing/channel';
import { portalSettings, siteOf } from '@koujing/channels/portal';
import type { ConferenceNotice, ConferenceSite } from '@koujing/conference';
import type { Database } from '@koujing/database';
import { StoredPublishedIndex, type AccountStore } from '@koujing/dispatch';
import { civilTime } from '@koujing/kernel';
import { conferencesPath, portalConferencesPage } from '@koujing/template';
import { portalAccountId } from './channels.js';

const minute = (at: Date): string => civilTime(at).slice(0, 16).replace('T', ' ');

/** `conferences.html` in the folder of the portal, beside what the portal channel writes and under the same lease. */
export class PortalConferenceSite implements ConferenceSite {
  readonly #index: StoredPublishedIndex;

  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: Pick<AccountStore, 'find'>;
      readonly files: FilePort;
    },
  ) {
    this.#index = new StoredPublishedIndex(parts.database, portalAccountId);
  }

  async shows(notices: readonly ConferenceNotice[]): Promise<boolean> {
    const { root, html } = await this.#page(notices);
    const standing = await this.parts.files.read(root, conferencesPath);
    return standing !== null && Buffer.from(html, 'utf8').equals(standing);
  }

  exclusively(work: () => Promise<void>): Promise<void> {
    return this.#index.exclusively(work);
  }

  async write(notices: readonly ConferenceNotice[]): Promise<void> {
    const { root, html } = await this.#page(notices);
    await this.parts.files.write(root, conferencesPath, html);
  }

  async #page(
    notices: readonly ConferenceNotice[],
  ): Promise<{ readonly root: string; readonly html: string }> {
    const { database, accounts } = this.parts;
    const [account] = await accounts.find(database.queries, [portalAccountId]);
    if (account === undefined) throw new Error('there is no portal account to show the conferences on');
    const settings = portalSettings.parse(account.settings);
    const lines = notices.map(({ startsAt, approvedAt, voidedAt, ...notice }) => ({
      ...notice,
      ...{ startsAt: minute(startsAt), approvedAt: minute(approvedAt) },
      voidedAt: voidedAt === null ? null : minute(voidedAt),
    }));
    return { root: settings.root, html: portalConferencesPage(siteOf(settings), lines) };
  }
}
