import type { FilePort } from '@koujing/channel';
import { pressStands } from '@koujing/channels/portal';
import type { ConferenceNotice, ConferenceSite } from '@koujing/conference';
import type { Database } from '@koujing/database';
import type { AccountStore } from '@koujing/dispatch';
import { openPortalIndex, portalSettingsNow } from './portal-index.js';
import { writePressPage, type TouchedPages } from './write-press-page.js';

/** `conferences.html`: a part of the portal, owed to its journal and written under its lease. */
export class PortalConferenceSite implements ConferenceSite {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: Pick<AccountStore, 'find'>;
      readonly files: FilePort;
      readonly drifts: TouchedPages;
    },
  ) {}

  async shows(notices: readonly ConferenceNotice[]): Promise<boolean> {
    return pressStands(this.parts.files, await this.#settings(), this.#index(notices), 'conferences');
  }

  exclusively(work: () => Promise<void>): Promise<void> {
    return openPortalIndex(this.parts.database).exclusively(work);
  }

  async write(notices: readonly ConferenceNotice[]): Promise<void> {
    const { files, drifts } = this.parts;
    const page = { files, settings: await this.#settings(), index: this.#index(notices) };
    await writePressPage({ ...page, kind: 'conferences' }, drifts);
  }

  #index(notices: readonly ConferenceNotice[]) {
    return openPortalIndex(this.parts.database, { conferences: async () => notices });
  }

  #settings() {
    return portalSettingsNow(this.parts.database, this.parts.accounts);
  }
}
