import type { AuditTrail } from '@koujing/audit';
import type { Channel } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import {
  htmlOf,
  responsible,
  type AccountStore,
  type DeliveryStore,
  type Looked,
  type NotifierPort,
  type ReadBack,
} from '@koujing/dispatch';
import type { Clock } from '@koujing/kernel';
import type { ReleaseStore } from '@koujing/release';
import { cadenceOf, lookAgain, lookWhileAmiss, nextLook, type Cadence } from './cadence.js';
import { driftNotice } from './drift-notice.js';
import type { Drift, DriftStore } from './drift-store.sql.js';
import type { DueLook, ReadBackStore } from './read-back-store.sql.js';
import { differencesOf } from './reading-difference.js';

export interface RoundParts {
  readonly database: Database;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly accounts: AccountStore;
  readonly deliveries: DeliveryStore;
  readonly releases: ReleaseStore;
  readonly readBack: ReadBack;
  readonly looks: ReadBackStore;
  readonly drifts: DriftStore;
  readonly notifier: NotifierPort;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** Names this process in leases. */
  readonly name: string;
  /** Spreads looks; [0, 1). */
  readonly jitter: () => number;
  readonly changed: (deliveryIds: readonly string[]) => void;
}

/** Looks at once: a platform that hangs holds up nine others for half a minute at most. */
const atOnce = 10;
const listedAtOnce = 500;

type Delivery = NonNullable<Awaited<ReturnType<DeliveryStore['find']>>>;

/**
 * Reads back what is out at growing intervals, and raises what the public finds otherwise than it was approved. Ticked in as
 * many processes as there are: each look is one process's by its lease, and what is found commits with the next hour.
 */
export class ReadBackRound {
  readonly #readable: readonly string[];
  #isLevel = false;

  constructor(private readonly parts: RoundParts) {
    this.#readable = [...parts.channels.values()]
      .filter(({ readsAs }) => readsAs !== undefined)
      .map(({ manifest }) => manifest.channel);
  }

  async tick(): Promise<void> {
    const { database, looks, clock, name } = this.parts;
    // Once at the start: whatever went out while nobody looked.
    const found = await this.#enrol(this.#isLevel);
    if (found < listedAtOnce) this.#isLevel = true;
    const due = await looks.claim(database.queries, { holder: name, now: clock.now(), limit: atOnce });
    await Promise.all(due.map((look) => this.#look(look)));
  }

  async #enrol(recent: boolean): Promise<number> {
    const { database, looks, channels, clock, jitter } = this.parts;
    const { queries } = database;
    const found = await looks.unlisted(queries, { channels: this.#readable, recent, limit: listedAtOnce });
    const at = clock.now();
    await looks.list(
      queries,
      found.map(({ id, channel, publishedAt: told }) => {
        // The ledger tells by the database's clock; a city that travels ahead of it or behind must still be looked at.
        const publishedAt = told > at ? at : told;
        const cadence = cadenceOf(manifestOf(channels, channel));
        return { id, publishedAt, nextAt: nextLook(cadence, { publishedAt, at, jitter: jitter() }) };
      }),
    );
    return found.length;
  }

  async #look(due: DueLook): Promise<void> {
    const { database, deliveries, accounts, channels, readBack, looks, clock, name } = this.parts;
    const row = await deliveries.find(database.queries, due.deliveryId);
    const [account] = await accounts.find(database.queries, [row?.accountId ?? '']);
    const channel = channels.get(row?.channel ?? '');
    if (row === null || account === undefined || channel === undefined) return;
    const looked: Looked =
      account.enabled && account.breaker !== 'stopped'
        ? await readBack.look(row, channel, account)
        : { kind: 'unreadable', reason: '账号已停用 (the account is closed)' };
    const at = clock.now();
    if (looked.kind === 'noCalls') {
      await looks.putOff(database.queries, row.id, name, new Date(at.getTime() + looked.waitMs));
      return;
    }
    const changed = await database.transaction((queries) =>
      this.#settle(queries, {
        due,
        row,
        account: account.name,
        looked,
        at,
        cadence: cadenceOf(channel.manifest),
      }),
    );
    if (changed) this.parts.changed([row.id]);
  }

  /** True if the progress page shows something new. */
  async #settle(queries: Queries, look: Settling): Promise<boolean> {
    const { looks, drifts, name, jitter } = this.parts;
    const { due, row, looked, at, cadence } = look;
    const standing = await looks.standing(queries, row.id, name);
    if (standing === 'overtaken') return false;
    if (standing === 'amending') {
      // What was found before stays open: only what comes of the correction or withdrawal settles it.
      await looks.putOff(queries, row.id, name, lookWhileAmiss(cadence, at));
      return false;
    }
    if (standing === 'ended') {
      await this.#close(queries, row, at, '已更正或撤回');
      await looks.end(queries, row.id);
      return true;
    }
    const drift = driftOf(looked);
    if (drift !== null) {
      const nextAt = lookWhileAmiss(cadence, at);
      await looks.keep(queries, row.id, { outcome: drift.kind, reason: null, at, nextAt, failures: 0 });
      if (await drifts.raise(queries, row.id, drift, at)) await this.#tell(queries, look, drift);
      return true;
    }
    if (looked.kind === 'unreadable') {
      const failures = due.failures + 1;
      const nextAt = lookAgain(at, failures);
      await looks.keep(queries, row.id, {
        outcome: 'unreadable',
        reason: looked.reason,
        at,
        nextAt,
        failures,
      });
      return true;
    }
    const nextAt = nextLook(cadence, { publishedAt: due.publishedAt, at, jitter: jitter() });
    await looks.keep(queries, row.id, { outcome: 'same', reason: null, at, nextAt, failures: 0 });
    await this.#close(queries, row, at, '再次核对时与审定稿一致');
    if (await looks.verify(queries, row.id)) await this.#record(queries, row, 'delivery.verified', {});
    return true;
  }

  async #close(queries: Queries, row: Delivery, at: Date, reason: string): Promise<void> {
    if (await this.parts.drifts.close(queries, row.id, at, reason))
      await this.#record(queries, row, 'drift.closed', { reason });
  }

  async #tell(queries: Queries, { row, account }: Settling, drift: Drift): Promise<void> {
    const { releases, notifier } = this.parts;
    await this.#record(queries, row, 'drift.raised', { kind: drift.kind, differences: drift.differences });
    const release = await releases.find(queries, row.releaseId);
    if (release === null) return;
    const persons = await responsible(queries, { organ_id: release.organId, drafted_by: release.draftedBy });
    const { subject, lines } = driftNotice(
      { title: release.title, account, url: row.receipt?.url ?? null },
      drift,
    );
    await notifier.notify(queries, {
      personIds: persons.map(({ id }) => id),
      ...{ kind: 'drift', subject, text: lines.join('\n'), html: htmlOf(lines) },
      link: `/releases/${row.releaseId}/progress`,
    });
  }

  #record(queries: Queries, row: Delivery, action: string, detail: Readonly<Record<string, unknown>>) {
    return this.parts.audit.record(queries, {
      ...{ actor: 'system:watch', action, subjectKind: 'delivery', subjectId: row.id },
      ...{ digest: row.renditionDigest, detail },
    });
  }
}

interface Settling {
  readonly due: DueLook;
  readonly row: Delivery;
  /** By name. */
  readonly account: string;
  readonly looked: Exclude<Looked, { kind: 'noCalls' }>;
  readonly at: Date;
  readonly cadence: Cadence;
}

const driftOf = (looked: Settling['looked']): Drift | null => {
  if (looked.kind === 'gone') return { kind: 'gone', differences: [] };
  if (looked.kind !== 'read') return null;
  const differences = differencesOf(looked.expected, looked.shown);
  return differences.length === 0 ? null : { kind: 'differs', differences };
};

const manifestOf = (channels: ReadonlyMap<string, Channel>, name: string): Channel['manifest'] => {
  const channel = channels.get(name);
  if (channel === undefined) throw new Error(`no channel ${name} is installed`);
  return channel.manifest;
};
