import type { FilePort } from '@koujing/channel';
import { pressStands, writePress } from '@koujing/channels/portal';
import type { ConferenceNotice, ConferenceSite } from '@koujing/conference';
import type { Database } from '@koujing/database';
import type { AccountStore } from '@koujing/dispatch';
import { openPortalIndex, portalSettingsNow } from './portal-index.js';

/** `conferences.html`: a part of the portal, owed to its journal and written under its lease. */
export class PortalConferenceSite implements ConferenceSite {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: Pick<AccountStore, 'find'>;
      readonly files: FilePort;
    },
  ) {}

  async shows(notices: readonly ConferenceNotice[]): Promise<boolean> {
    return pressStands(this.parts.files, await this.#settings(), this.#index(notices), 'conferences');
  }

  exclusively(work: () => Promise<void>): Promise<void> {
    return openPortalIndex(this.parts.database).exclusively(work);
  }

  async write(notices: readonly ConferenceNotice[]): Promise<void> {
    await writePress(this.parts.files, await this.#settings(), this.#index(notices), 'conferences');
  }

  #index(notices: readonly ConferenceNotice[]) {
    return openPortalIndex(this.parts.database, { conferences: async () => notices });
  }

  #settings() {
    return portalSettingsNow(this.parts.database, this.parts.accounts);
  }
}
