import type { AuditTrail } from '@koujing/audit';
import type { Channel, Survey } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import type { Account, AccountStore, ReadBack } from '@koujing/dispatch';
import type { Clock } from '@koujing/kernel';
import type { SiteDrifts } from './site-drifts.js';
import type { DueSite, SiteStore } from './site-store.sql.js';
import type { StrayStore } from './stray-store.sql.js';

export interface SiteParts {
  readonly database: Database;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly accounts: AccountStore;
  readonly readBack: ReadBack;
  readonly sites: SiteStore;
  readonly strays: StrayStore;
  readonly drifts: SiteDrifts;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly name: string;
}

/** What a look costs is set by the channel; how often sets what a day costs. */
const everyMs = 60_000;

/**
 * Looks through sites that are too large for one look, a part a minute: for what nobody here put there, an act of Art.39(4)
 * (`report`), and for lists, feeds and notices that stand otherwise than they were written.
 */
export class SiteRound {
  readonly #surveyed: readonly string[];
  #running: Promise<void> | null = null;

  constructor(private readonly parts: SiteParts) {
    this.#surveyed = [...parts.channels.values()]
      .filter(({ survey }) => survey !== undefined)
      .map(({ manifest }) => manifest.channel);
  }

  /** One at a time: the folder that a look has open is this process's. */
  tick(): Promise<void> {
    this.#running ??= this.#tick().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #tick(): Promise<void> {
    const { database, sites, clock, name } = this.parts;
    const now = clock.now();
    await sites.list(database.queries, this.#surveyed, now);
    await database.transaction((queries) => this.parts.drifts.closeDisabled(queries, now));
    for (const due of await sites.claim(database.queries, { holder: name, now })) await this.#look(due);
  }

  async #look({ accountId, since, place }: DueSite): Promise<void> {
    const { database, accounts, channels, readBack, sites, clock, name } = this.parts;
    const { queries } = database;
    const [account] = await accounts.find(queries, [accountId]);
    const channel = channels.get(account?.channel ?? '');
    if (account === undefined || channel === undefined) return;
    const again = await sites.again(queries, accountId);
    const seen = await readBack.survey({ place, again, since }, channel, account);
    const at = clock.now();
    const nextAt = new Date(at.getTime() + everyMs);
    const site = { id: accountId, holder: name };
    if (seen.kind !== 'read') {
      await sites.putOff(queries, site, {
        nextAt,
        reason: seen.kind === 'unreadable' ? seen.reason : '额度留给发布 (calls are kept for publishing)',
      });
      return;
    }
    await database.transaction(async (held) => {
      const next = { nextAt, lookedAt: at, place: seen.survey.place };
      if (await sites.putOff(held, site, next)) await this.#keep(held, account, seen.survey, at);
    });
  }

  async #keep(
    queries: Queries,
    account: Account,
    { strays, looked, amiss }: Survey,
    at: Date,
  ): Promise<void> {
    const { sites, strays: kept } = this.parts;
    const inFlight = strays.length === 0 ? [] : await sites.inFlight(queries, account.id);
    const settled = strays.filter(({ remoteId }) => !inFlight.some((id) => remoteId.includes(id)));
    const unknown = await kept.unknown(queries, account.id, settled);
    for (const { remoteId, url } of await kept.keep(queries, account.id, unknown, at))
      await this.#record(queries, account, 'stray.found', { remoteId, url: url ?? null });
    await this.parts.drifts.keep(queries, account, { looked, amiss }, at);
  }

  #record(queries: Queries, { id }: Account, action: string, detail: Readonly<Record<string, unknown>>) {
    return this.parts.audit.record(queries, {
      ...{ actor: 'system:watch', action, subjectKind: 'account', subjectId: id, detail },
    });
  }
}
