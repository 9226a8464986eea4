import type { AuditTrail } from '@koujing/audit';
import { json, type Database, type Queries } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { sql } from 'kysely';
import { insertAttempts } from './attempt-store.sql.js';
import { learnBreakers } from './breaker-store.sql.js';
import type { Change } from './change.js';
import { contradicted, isSettled, type Delivery, type DeliveryState } from './delivery.js';
import { idempotencyKey } from './idempotency-key.js';
import { keepSteps } from './manual-step-store.sql.js';
import type { Notices } from './notices.sql.js';
import { releaseWaiting } from './portal-first.sql.js';

/** One finished claim: what it was, what came back, and what that makes of the row. */
export interface Finished {
  readonly row: Delivery;
  readonly action: 'send' | 'probe';
  readonly change: Change;
  readonly startedAt: Date;
  /** The channel's answer as it was; kept as evidence. */
  readonly outcome: { readonly kind: string };
}

/** `late`: the claim had been overtaken; its outcome was kept as evidence and the row goes to be asked about. */
export type Settled = 'committed' | 'late';

/** The row the outcome meets when its claim was overtaken. */
interface Standing {
  readonly id: string;
  readonly state: string;
  readonly receipt: { readonly remoteId: string } | null;
}

export interface SettlingHouse {
  readonly worker: string;
  /** Channels that others wait for (Art.17). */
  readonly opensTheWay: (channel: string) => boolean;
  /** Goes on with a correction or withdrawal when a row that it waited for has settled. */
  readonly amendments: { follow(queries: Queries, rows: readonly Delivery[]): Promise<void> };
}

/** Commits outcomes of many claims at once: rows, evidence, audit, breakers, notices, and who waited for the portal. */
export class OutcomeStore {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly notices: Notices,
    private readonly house: SettlingHouse,
  ) {}

  commit(finished: readonly Finished[]): Promise<readonly Settled[]> {
    return this.database.transaction(async (queries) => {
      const committed = await apply(queries, finished);
      const results = finished.map((one): Settled => (committed.has(one.row.id) ? 'committed' : 'late'));
      const inTime = finished.filter((one) => committed.has(one.row.id));
      for (const late of finished.filter((one) => !committed.has(one.row.id)))
        await this.#late(queries, late);
      await recordAttempts(queries, this.house.worker, finished, results);
      await this.audit.recordAll(queries, inTime.filter(isNews).map(entryOf(this.house.worker)));
      await this.#openTheWay(queries, inTime);
      await keepSteps(queries, inTime);
      const amended = inTime.filter((one) => committed.get(one.row.id) === true);
      await this.house.amendments.follow(
        queries,
        amended.map(({ row }) => row),
      );
      const stopped = await learnBreakers(queries, inTime);
      await this.notices.tell(queries, inTime, stopped);
      return results;
    });
  }

  async #openTheWay(queries: Queries, inTime: readonly Finished[]): Promise<void> {
    const pages = inTime.filter(
      ({ row, change }) => isLive(change.to) && this.house.opensTheWay(row.channel),
    );
    const versions = Map.groupBy(pages, ({ row }) => `${row.releaseId} ${row.version}`);
    for (const [page] of versions.values()) {
      if (page === undefined) continue;
      const { row, change } = page;
      const { releaseId, version } = row;
      const address = change.receipt?.url ?? row.portalUrl;
      const opened = await releaseWaiting(queries, { releaseId, version });
      await this.audit.recordAll(
        queries,
        opened.map((id) => ({
          actor: `system:${this.house.worker}`,
          action: 'delivery.planned',
          subjectKind: 'delivery',
          subjectId: id,
          detail: { cause: 'portalLive', address },
        })),
      );
    }
  }

  /** Something may have left this house under a claim that no longer counts: the row must be asked about. */
  async #late(queries: Queries, late: Finished): Promise<void> {
    // A probe writes nothing outside: its late answer changes nothing.
    if (late.action === 'probe') return;
    const { rows } = await sql<Standing>`
      select id, state, receipt from delivery where id = ${late.row.id} for no key update`.execute(queries);
    const [standing] = rows;
    if (standing === undefined || isSamePost(standing, late)) return;
    const to = contradicted(standing.state as DeliveryState);
    const leftNothing = late.outcome.kind === 'rejected' || late.outcome.kind === 'deferred';
    if (to === null || (leftNothing && isSettled(standing.state as DeliveryState))) return;
    await sql`
      update delivery set state = ${to}, epoch = epoch + 1, next_at = clock_timestamp(), lease_holder = null,
        lease_until = null, updated_at = clock_timestamp(), last_code = 'lateOutcome',
        last_message = '较早一次发送的结果迟到，需核实 (an overtaken attempt answered late; it must be verified)'
      where id = ${late.row.id}`.execute(queries);
    await this.audit.record(queries, {
      actor: `system:${this.house.worker}`,
      action: `delivery.${to}`,
      subjectKind: 'delivery',
      subjectId: late.row.id,
      digest: late.row.renditionDigest,
      detail: { cause: 'lateOutcome', epoch: late.row.epoch, outcome: late.outcome.kind },
    });
    if (to === 'needsPerson') await this.notices.tellOfRow(queries, late.row.id);
  }
}

const isSamePost = (standing: Standing, late: Finished): boolean =>
  standing.receipt !== null && standing.receipt.remoteId === late.change.receipt?.remoteId;

const isLive = (state: DeliveryState): boolean => state === 'delivered' || state === 'corrected';

/** A probe that found nothing new changes no state and needs no audit entry. */
const isNews = ({ row, change }: Finished): boolean => row.state !== change.to;

/** Ids of the rows that were written, each with whether its release is being corrected or withdrawn. */
const apply = async (
  queries: Queries,
  finished: readonly Finished[],
): Promise<ReadonlyMap<string, boolean>> => {
  const { rows } = await sql<{ id: string; amended: boolean }>`
    update delivery d set state = c."to", waiting_for = null, failures = c.failures,
      generation = c.generation, idempotency_key = c.key,
      next_at = clock_timestamp() + c.after_ms * interval '1 millisecond',
      receipt = coalesce(c.receipt, d.receipt), pending = c.pending, fix = c.fix,
      field = c.field, beyond = c.beyond, alternatives = c.alternatives,
      last_code = c.code, last_message = c.message, lease_holder = null, lease_until = null,
      updated_at = clock_timestamp(), settled_at = case when c.settled then clock_timestamp() end
    from jsonb_to_recordset(${json(finished.map(columnsOf))}) as c(id text, epoch bigint, "from" text, "to" text,
      failures integer, generation integer, key text, after_ms double precision, receipt jsonb, pending jsonb,
      fix text, field text, beyond text, alternatives jsonb, code text, message text, settled boolean)
    where d.id = any(${finished.map(({ row }) => row.id)}) and d.id = c.id and d.epoch = c.epoch
      and d.state = c."from"
    returning d.id, exists (select from amendment m where m.release_id = d.release_id) as amended`.execute(
    queries,
  );
  return new Map(rows.map(({ id, amended }) => [id, amended]));
};

const columnsOf = ({ row, change }: Finished) => {
  const generation = row.generation + (change.raiseGeneration ? 1 : 0);
  return {
    id: row.id,
    epoch: row.epoch,
    from: row.state,
    to: change.to,
    failures: change.failures,
    generation,
    key: change.raiseGeneration ? idempotencyKey({ ...keyParts(row), generation }) : row.idempotencyKey,
    after_ms: change.afterMs,
    receipt: change.receipt,
    pending: change.pending,
    fix: change.fix,
    field: change.field,
    beyond: change.beyond,
    alternatives: change.alternatives.length === 0 ? null : change.alternatives,
    code: change.code,
    message: change.message,
    settled: isSettled(change.to),
  };
};

const keyParts = ({ releaseId, version, accountId, operation, recipient }: Delivery) => ({
  releaseId,
  version,
  accountId,
  operation,
  recipient,
});

/** What these states wait for is this house's own next step. */
const goesOn: ReadonlySet<DeliveryState> = new Set(['planned', 'deferred', 'accepted', 'unknown']);

const recordAttempts = async (
  queries: Queries,
  worker: string,
  finished: readonly Finished[],
  results: readonly Settled[],
): Promise<void> => {
  const attempts = finished.map((one, position) => ({
    id: newId(),
    delivery_id: one.row.id,
    epoch: one.row.epoch,
    action: one.action,
    worker,
    started_at: one.startedAt,
    ended_at: null,
    outcome: results[position] === 'late' ? `late:${one.outcome.kind}` : one.outcome.kind,
    code: one.change.code,
    message: one.change.message,
    evidence: one.outcome,
    trace: one.row.trace,
    next_after_ms: results[position] === 'committed' && goesOn.has(one.change.to) ? one.change.afterMs : null,
  }));
  await insertAttempts(queries, attempts);
};

const entryOf =
  (worker: string) =>
  ({ row, change }: Finished) => ({
    actor: `system:${worker}`,
    action: `delivery.${change.to}`,
    subjectKind: 'delivery',
    subjectId: row.id,
    digest: row.renditionDigest,
    detail: { from: row.state, epoch: row.epoch, code: change.code, receipt: change.receipt },
  });
