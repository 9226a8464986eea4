import type { Receipt } from '@koujing/channel';
import { json, type Queries } from '@koujing/database';
import { currentTrace } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Delivery, DeliveryState } from './delivery.js';
import { deliveryOf } from './delivery-row.sql.js';

/** A delivery with what a person needs beside it. */
export interface ListedDelivery extends Delivery {
  readonly accountName: string;
  readonly organId: string;
  readonly releaseTitle: string;
}

export interface DeliveryQuery {
  readonly releaseId: string;
  readonly page: number;
  readonly pageSize: number;
  readonly state?: DeliveryState;
  /** Part of a mail address. */
  readonly recipient?: string;
}

/** What a person changed by hand. */
export interface HandWritten {
  readonly to: DeliveryState;
  readonly message: string;
  readonly key: string;
  readonly generation: number;
  /** What the platform shows, where it was asked. */
  readonly receipt?: Receipt;
}

/** Reads the ledger, and writes what persons decide; the workers' writes are in `claim-store` and `outcome-store`. */
export class DeliveryStore {
  async find(queries: Queries, id: string): Promise<Delivery | null> {
    const row = await queries.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : deliveryOf(row);
  }

  /** Held until the transaction ends: a worker's outcome waits for the person's decision, and then is late. */
  async lock(queries: Queries, id: string): Promise<Delivery | null> {
    const query = queries.selectFrom('delivery').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : deliveryOf(row);
  }

  /** In the order in which they are sent. */
  async ofRelease(
    queries: Queries,
    query: DeliveryQuery,
  ): Promise<{ readonly items: readonly ListedDelivery[]; readonly total: number }> {
    let select = listed(queries).where('delivery.release_id', '=', query.releaseId);
    if (query.state !== undefined) select = select.where('delivery.state', '=', query.state);
    if (query.recipient !== undefined)
      select = select.where(
        'delivery.recipient',
        'ilike',
        `%${query.recipient.replace(/[%_\\]/gu, '\\$&')}%`,
      );
    const counted = await select
      .clearSelect()
      .select((column) => column.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await select
      .orderBy('delivery.seq')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    return { items: rows.map(listedOf), total: counted.total };
  }

  async listed(queries: Queries, ids: readonly string[]): Promise<readonly ListedDelivery[]> {
    if (ids.length === 0) return [];
    const rows = await listed(queries)
      .where('delivery.id', 'in', [...ids])
      .execute();
    return rows.map(listedOf);
  }

  /** Rows that were refused because of the account itself, held until the transaction ends. */
  async refusedByAccount(queries: Queries, accountId: string): Promise<readonly Delivery[]> {
    const rows = await queries
      .selectFrom('delivery')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('state', '=', 'rejected')
      .where((row) => row.or([row('fix', '=', 'credential'), row('beyond', '=', 'stopAccount')]))
      .orderBy('seq')
      .forNoKeyUpdate()
      .execute();
    return rows.map(deliveryOf);
  }

  /** Asks the platform now about what could not be asked while the account was closed. */
  async askNow(queries: Queries, accountId: string): Promise<void> {
    await sql`
      update delivery set next_at = clock_timestamp() where account_id = ${accountId}
        and state in ('accepted', 'unknown')`.execute(queries);
  }

  async choose(queries: Queries, id: string, alternative: string): Promise<void> {
    await sql`
      update delivery set alternative = ${alternative}, alternatives = null, failures = 0, fix = null,
        next_at = clock_timestamp(), updated_at = clock_timestamp() where id = ${id}`.execute(queries);
  }

  /** Raises the epoch: a claim that is still out there no longer counts. */
  async decide(queries: Queries, id: string, written: HandWritten): Promise<void> {
    await sql`
      update delivery set state = ${written.to}, epoch = epoch + 1, lease_holder = null, lease_until = null,
        idempotency_key = ${written.key}, generation = ${written.generation}, failures = 0, fix = null, pending = null,
        field = null, beyond = null, alternatives = null,
        next_at = clock_timestamp(), last_message = ${written.message}, trace = coalesce(${currentTrace()}, trace),
        receipt = coalesce(${written.receipt === undefined ? null : json(written.receipt)}::jsonb, receipt), updated_at = clock_timestamp(),
        settled_at = case when ${written.to} = 'planned' then null else clock_timestamp() end
      where id = ${id}`.execute(queries);
  }
}

const listed = (queries: Queries) =>
  queries
    .selectFrom('delivery')
    .innerJoin('account', 'account.id', 'delivery.account_id')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .selectAll('delivery')
    .select([
      'account.name as account_name',
      'release.organ_id as organ_id',
      'release.title as release_title',
    ]);

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

const listedOf = (row: ListedRow): ListedDelivery => ({
  ...deliveryOf(row),
  accountName: row.account_name,
  organId: row.organ_id,
  releaseTitle: row.release_title,
});
