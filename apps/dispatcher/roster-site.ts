import type { FilePort } from '@koujing/channel';
import { pressStands } from '@koujing/channels/portal';
import type { Database } from '@koujing/database';
import type { AccountStore } from '@koujing/dispatch';
import type { RosterPublication, RosterSite } from '@koujing/roster';
import { openPortalIndex, portalSettingsNow, rosterAsShown } from './portal-index.js';
import { writePressPage, type TouchedPages } from './write-press-page.js';

/** `roster.html` and `roster.csv`: a part of the portal, owed to its journal and written under its lease. */
export class PortalRosterSite implements RosterSite {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: Pick<AccountStore, 'find'>;
      readonly files: FilePort;
      readonly drifts: TouchedPages;
    },
  ) {}

  exclusively(work: () => Promise<void>): Promise<void> {
    return openPortalIndex(this.parts.database).exclusively(work);
  }

  async shows(publication: RosterPublication): Promise<boolean> {
    return pressStands(this.parts.files, await this.#settings(), this.#index(publication), 'roster');
  }

  async write(publication: RosterPublication): Promise<void> {
    const { files, drifts } = this.parts;
    const page = { files, settings: await this.#settings(), index: this.#index(publication) };
    await writePressPage({ ...page, kind: 'roster' }, drifts);
  }

  #index(publication: RosterPublication) {
    const { database } = this.parts;
    return openPortalIndex(database, { roster: () => rosterAsShown(database, publication) });
  }

  #settings() {
    return portalSettingsNow(this.parts.database, this.parts.accounts);
  }
}
