import type { FilePort, HttpPort, LogPort } from '@koujing/channel';
import { pingHub, portalSettings, writeOwed } from '@koujing/channels/portal';
import type { Database } from '@koujing/database';
import type { AccountStore, StoredPublishedIndex } from '@koujing/dispatch';
import type { Clock } from '@koujing/kernel';
import { openPortalIndex, portalAccountId } from './portal-index.js';

/** A hub that was silent is asked again after a minute. */
const hubRestMs = 60_000;

/** Some seconds of writing; what is left waits for the next turn, so that the hub is told and a stop is not held up. */
const lotsAtOnce = 16;

/** Pages that a turn makes searchable. */
const atOnce = 100;

/** What the portal is still owed: lists that a dead process left, a new look or identity, hubs to be told. */
export class PortalSite {
  readonly #index: StoredPublishedIndex;
  #hubRestsUntil = 0;
  #isSearched = false;

  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: Pick<AccountStore, 'find'>;
      readonly ports: { readonly files: FilePort; readonly http: HttpPort; readonly log: LogPort };
      readonly wall: Clock;
    },
  ) {
    this.#index = openPortalIndex(parts.database);
  }

  async tick(): Promise<void> {
    const { database, accounts, ports, wall } = this.parts;
    const [account] = await accounts.find(database.queries, [portalAccountId]);
    if (account === undefined) return;
    const settings = portalSettings.parse(account.settings);
    await writeOwed(ports.files, settings, this.#index, { lots: lotsAtOnce });
    // Once a start: what is published since is found at once.
    if (!this.#isSearched) this.#isSearched = (await this.#index.indexMissing(atOnce)) < atOnce;
    if (wall.now().getTime() < this.#hubRestsUntil) return;
    const isTold = await pingHub(ports, settings, this.#index);
    if (!isTold) this.#hubRestsUntil = wall.now().getTime() + hubRestMs;
  }
}
