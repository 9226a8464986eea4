import type { AuditTrail } from '@koujing/audit';
import type { Channel } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { AccountStore, ReadBack } from '@koujing/dispatch';
import type { Clock } from '@koujing/kernel';
import { cadenceOf } from './cadence.js';
import type { DueAccount, StrayStore } from './stray-store.sql.js';

export interface StrayParts {
  readonly database: Database;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly accounts: AccountStore;
  readonly readBack: ReadBack;
  readonly strays: StrayStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly name: string;
}

const minute = 60_000;
const hour = 60 * minute;
/** Where calls are counted, four looks a day: Weibo gives a hundred (CHANNELS.md B4). */
const everyMs = { often: hour, sparingly: 6 * hour };
/** Further back than the last look: a list may lag, and a look may have failed. */
const backMs = 2 * 24 * hour;
const soonMs = 10 * minute;
const atOnce = 4;

/** Looks through the accounts' own posts (sites: `site-round.ts`); what no release put there is kept, and is an act of Art.39(4) (`report`). */
export class StrayRound {
  readonly #listing: readonly string[];

  constructor(private readonly parts: StrayParts) {
    this.#listing = [...parts.channels.values()]
      .filter(({ manifest, survey }) => manifest.can.recent && survey === undefined)
      .map(({ manifest }) => manifest.channel);
  }

  async tick(): Promise<void> {
    const { database, strays, clock, name } = this.parts;
    const now = clock.now();
    await strays.list(database.queries, this.#listing, now);
    const due = await strays.claim(database.queries, { holder: name, now, limit: atOnce });
    await Promise.all(due.map((account) => this.#look(account)));
  }

  async #look({ accountId, since, lookedAt }: DueAccount): Promise<void> {
    const { database, accounts, channels, readBack, strays, clock, name } = this.parts;
    const { queries } = database;
    const [account] = await accounts.find(queries, [accountId]);
    const channel = channels.get(account?.channel ?? '');
    if (account === undefined || channel === undefined) return;
    const at = clock.now();
    const after = (ms: number) => new Date(at.getTime() + ms);
    const putOff = (ms: number, reason: string | null, lookedAt: Date | null = null) =>
      strays.putOff(queries, { id: accountId, holder: name }, { nextAt: after(ms), reason, lookedAt });
    if (await strays.isInFlight(queries, accountId))
      return putOff(soonMs, '有发送尚未落定 (something is in flight)');
    // From the last look on, however long ago: what was posted while nobody could look is not forgiven.
    const from = new Date(Math.max(since.getTime(), (lookedAt ?? since).getTime() - backMs));
    const seen = await readBack.recent(from, channel, account);
    if (seen.kind === 'noCalls') return putOff(seen.waitMs, '额度留给发布 (calls are kept for publishing)');
    if (seen.kind === 'unreadable') return putOff(soonMs, seen.reason);
    // What was sent while we looked may stand in the list and not yet in the ledger.
    if (await strays.isInFlight(queries, accountId)) return putOff(soonMs, null);
    const posts = seen.posts.filter(
      ({ publishedAt, isOurs }) => isOurs !== true && Date.parse(publishedAt) >= from.getTime(),
    );
    await database.transaction(async (held) => {
      const unknown = await strays.unknown(held, accountId, posts);
      for (const { remoteId, url } of await strays.keep(held, accountId, unknown, at))
        await this.parts.audit.record(held, {
          ...{ actor: 'system:watch', action: 'stray.found', subjectKind: 'account', subjectId: accountId },
          detail: { remoteId, url: url ?? null },
        });
    });
    await putOff(everyMs[cadenceOf(channel.manifest)], null, at);
  }
}
