import type { AuditTrail } from '@koujing/audit';
import type { Rate } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import { newId, type Clock } from '@koujing/kernel';
import { sql } from 'kysely';
import { leaseMs, maxClockSkewMs, type Claim, type ClaimResult, type Refusal } from './claim.js';
import { insertAttempts } from './attempt-store.sql.js';
import type { Operation } from './delivery.js';
import { deliveryOf, type DeliveryRow } from './delivery-row.sql.js';
import { inOneOrder } from './in-one-order.js';
import { isTaken, type QuotaStore } from './quota-store.sql.js';
import type { DomainRates } from './domain-rates.sql.js';

/** What one machine claims with. */
export interface Claimant {
  readonly worker: string;
  /** The machine's own clock, never the travelling one: it is compared with the database's. */
  readonly wall: Clock;
  /** Rates of a channel by its name. */
  readonly ratesOf: (channel: string) => readonly Rate[];
  readonly domainRates: DomainRates;
  readonly serves: Served;
}

/**
 * Which rows a worker takes: mails are many and their servers slow, and must never keep a post from its place. Posts are
 * the rows without a recipient.
 */
export type Served = 'all' | 'posts' | 'mails';

const isServed = (serves: Served) =>
  serves === 'all' ? sql`true` : sql`(recipient <> '') = ${sql.lit(serves === 'mails')}`;

interface Candidate {
  readonly id: string;
  readonly account_id: string;
  readonly channel: string;
  readonly operation: Operation;
  readonly recipient: string;
}

/** Claims rows; each claim raises the row's epoch and commits the intent before anything is sent. */
export class ClaimStore {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly quotas: QuotaStore,
    private readonly claimant: Claimant,
  ) {}

  /** Rows that are due for sending, in order, at most `limit`. */
  async due(limit: number): Promise<ClaimResult> {
    return this.#claim(async (queries, leaseEndsAt) => {
      const candidates = await dueRows(queries, limit, this.claimant.serves);
      const granted = await this.#withinRates(queries, candidates);
      if (granted.length === 0) return [];
      const rows = await take(queries, granted, this.claimant.worker);
      await this.audit.recordAll(queries, rows.map(intentEntry(this.claimant.worker)));
      return rows.map((row) => ({ row: deliveryOf(row), action: 'send', leaseEndsAt }));
    });
  }

  /** Rows whose outcome nobody here knows: left by a dead worker, accepted, or unknown. */
  async unclear(limit: number): Promise<ClaimResult> {
    return this.#ask(async (queries, leaseEndsAt) => {
      const lost = await takeLost(queries, limit, this.claimant);
      await recordLost(queries, lost);
      await this.audit.recordAll(queries, lost.map(lostEntry(this.claimant.worker)));
      const asked = await takeUnclear(queries, limit - lost.length, this.claimant);
      return [...lost, ...asked].map((row) => ({ row: deliveryOf(row), action: 'probe', leaseEndsAt }));
    });
  }

  /** Milliseconds until something is due, or null if nothing is. */
  async nextDueInMs(): Promise<number | null> {
    const { serves } = this.claimant;
    const { rows } = await sql<{ ms: number | null }>`
      select extract(epoch from (least(
        (select min(next_at) from delivery where ${isServed(serves)} and state in ('planned', 'waiting', 'deferred')
          and next_at > clock_timestamp()),
        (select min(greatest(next_at, coalesce(lease_until, next_at))) from delivery where ${isServed(serves)}
          and state in ('accepted', 'unknown'))
      ) - clock_timestamp()))::float8 * 1000 as ms`.execute(this.database.queries);
    return rows[0]?.ms ?? null;
  }

  #claim(work: (queries: Queries, leaseEndsAt: number) => Promise<readonly Claim[]>): Promise<ClaimResult> {
    return this.database.transaction(async (queries) => {
      const leaseEndsAt = this.claimant.wall.monotonic() + leaseMs;
      const refusal = await this.#refusal(queries);
      return refusal ?? { kind: 'claimed', claims: await work(queries, leaseEndsAt) };
    });
  }

  /** Asking publishes nothing: it goes on while dispatch is held, so that a person knows what would be sent. */
  #ask(work: (queries: Queries, leaseEndsAt: number) => Promise<readonly Claim[]>): Promise<ClaimResult> {
    return this.database.transaction(async (queries) => {
      const leaseEndsAt = this.claimant.wall.monotonic() + leaseMs;
      const refusal = await this.#refusal(queries);
      if (refusal?.kind === 'clockSkew') return refusal;
      return { kind: 'claimed', claims: await work(queries, leaseEndsAt) };
    });
  }

  /**
   * Also ties this transaction's plans to the ledger's indexes. The planner's statistics lag behind a mailing of
   * thousands (and the embedded engine gathers none): it would sort the whole backlog for every twenty rows.
   */
  async #refusal(queries: Queries): Promise<Refusal | null> {
    const before = this.claimant.wall.now().getTime();
    const { rows } = await sql<{ now: Date; held: boolean }>`
      select clock_timestamp() as now,
        exists (select from house where name = 'dispatch' and value = 'held') as held,
        set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true),
        set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)`.execute(queries);
    const after = this.claimant.wall.now().getTime();
    const [row] = rows;
    if (row === undefined || row.held) return { kind: 'held' };
    const skewMs = row.now.getTime() - (before + after) / 2;
    return Math.abs(skewMs) > maxClockSkewMs ? { kind: 'clockSkew', skewMs } : null;
  }

  /** Rows beyond an account's rate wait for the next window; the others go on. */
  async #withinRates(queries: Queries, candidates: readonly Candidate[]): Promise<readonly string[]> {
    const granted: string[] = [];
    for (const [, rows] of inOneOrder(Map.groupBy(candidates, shareOfRates))) {
      const { account_id: accountId = '', channel = '', operation = 'send' } = rows[0] ?? {};
      // Taking a post back is a call and no post: a spent quota of posts must not keep a wrong text up.
      const rates = this.claimant
        .ratesOf(channel)
        .filter(({ name }) => operation !== 'withdraw' || name === 'calls');
      const fitting = await this.claimant.domainRates.fitting(queries, channel, accountId, rows);
      const quota = await this.quotas.take(queries, accountId, rates, fitting.length);
      granted.push(...fitting.slice(0, quota.granted));
      const rest = fitting.slice(quota.granted);
      if (isTaken(quota) && rest.length > 0) await postpone(queries, rest, quota.opensAt);
    }
    return granted;
  }
}

/**
 * Order is kept per account and recipient: a row waits while an earlier one may still be sent by itself.
 * Rows that wait for the portal, a person or a platform's answer hold nobody back: a warning that
 * waits behind another organ's stuck notice would be the worse mistake. What takes a text back waits for nobody.
 */
const dueRows = async (queries: Queries, limit: number, serves: Served): Promise<readonly Candidate[]> => {
  const { rows } = await sql<Candidate>`
    select d.id, d.account_id, d.channel, d.operation, d.recipient from delivery d join account a on a.id = d.account_id
    where ${isServed(serves)} and d.state in ('planned', 'waiting', 'deferred') and d.next_at <= statement_timestamp()
      and a.enabled and (a.breaker = 'closed' or (a.breaker = 'open' and a.breaker_until <= clock_timestamp()))
      and (d.operation = 'withdraw' or not exists (select from delivery e where e.account_id = d.account_id and e.recipient = d.recipient
        and e.seq < d.seq and e.state in ('planned', 'deferred', 'sending', 'correcting', 'withdrawing')))
      and not exists (select from delivery f where f.release_id = d.release_id and f.account_id = d.account_id
        and f.recipient = d.recipient and f.state in ('sending', 'accepted', 'unknown', 'correcting', 'withdrawing'))
    order by (d.recipient <> ''), d.next_at, d.seq limit ${limit} for no key update of d skip locked`.execute(
    queries,
  );
  return rows;
};

const shareOfRates = ({ account_id, operation }: Candidate): string =>
  operation === 'withdraw' ? `${account_id} withdraw` : account_id;

/** A version that is being corrected or withdrawn is never sent any more, whatever state its row fell into meanwhile. */
const take = async (
  queries: Queries,
  ids: readonly string[],
  worker: string,
): Promise<readonly DeliveryRow[]> => {
  const { rows } = await sql<DeliveryRow>`
    update delivery set state = case operation when 'correct' then 'correcting' when 'withdraw' then 'withdrawing'
        else 'sending' end, waiting_for = null, epoch = epoch + 1, attempts = attempts + 1,
      lease_holder = ${worker}, lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond',
      first_intent_at = coalesce(first_intent_at, clock_timestamp()), last_intent_at = clock_timestamp(),
      updated_at = clock_timestamp()
    where id = any(${[...ids]}) and (operation in ('withdraw', 'recall') or not exists (select from amendment m
      where m.release_id = delivery.release_id and m.from_version >= delivery.version))
    returning *`.execute(queries);
  return rows.toSorted((a, b) => a.seq - b.seq);
};

/** A dead worker's rows become `unknown` under a new epoch: whatever it may still do is an overtaken claim's. */
const takeLost = async (
  queries: Queries,
  limit: number,
  { worker, serves }: Claimant,
): Promise<readonly DeliveryRow[]> => {
  const { rows } = await sql<DeliveryRow>`
    update delivery set state = 'unknown', epoch = epoch + 1, lease_holder = ${worker},
      lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond',
      last_message = '发送进程中断，正在向平台核实 (the sending process ended; asking the platform)',
      updated_at = clock_timestamp()
    where id in (select id from delivery where ${isServed(serves)} and state in ('sending', 'correcting', 'withdrawing')
        and lease_until < statement_timestamp()
      order by lease_until limit ${limit} for no key update skip locked)
    returning *`.execute(queries);
  return rows;
};

const takeUnclear = async (
  queries: Queries,
  limit: number,
  { worker, serves }: Claimant,
): Promise<readonly DeliveryRow[]> => {
  if (limit <= 0) return [];
  const { rows } = await sql<DeliveryRow>`
    update delivery set epoch = epoch + 1, lease_holder = ${worker},
      lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where id in (select id from delivery where ${isServed(serves)} and state in ('accepted', 'unknown') and next_at <= statement_timestamp()
      and (lease_until is null or lease_until < clock_timestamp())
      order by next_at limit ${limit} for no key update skip locked)
    returning *`.execute(queries);
  return rows;
};

const postpone = async (queries: Queries, ids: readonly string[], until: Date): Promise<void> => {
  await sql`
    update delivery set state = 'waiting', waiting_for = 'quota', next_at = ${until}, updated_at = clock_timestamp()
    where id = any(${[...ids]})`.execute(queries);
};

const recordLost = async (queries: Queries, rows: readonly DeliveryRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const attempts = rows.map((row) => ({
    id: newId(),
    delivery_id: row.id,
    epoch: row.epoch - 1,
    action: 'send',
    worker: 'unknown',
    started_at: row.last_intent_at ?? row.updated_at,
    ended_at: row.updated_at,
    outcome: 'lost',
    code: null,
    message: row.last_message,
    evidence: null,
    trace: row.trace,
    next_after_ms: null,
  }));
  await insertAttempts(queries, attempts);
};

const intentEntry = (worker: string) => (row: DeliveryRow) => ({
  actor: `system:${worker}`,
  action: `delivery.${row.state}`,
  subjectKind: 'delivery',
  subjectId: row.id,
  digest: row.rendition_digest,
  detail: { epoch: row.epoch, generation: row.generation },
});

const lostEntry = (worker: string) => (row: DeliveryRow) => ({
  actor: `system:${worker}`,
  action: 'delivery.unknown',
  subjectKind: 'delivery',
  subjectId: row.id,
  digest: row.rendition_digest,
  detail: { epoch: row.epoch, cause: 'leaseExpired' },
});
