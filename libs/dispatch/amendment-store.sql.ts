import { json, type Queries, type Schema } from '@koujing/database';
import { sql, type Selectable } from 'kysely';
import type { Amendment, AmendmentKind, AmendmentShare, LedgerRow } from './amendment.js';
import type { DeliveryState, Operation } from './delivery.js';

/** One account, and for mail one recipient of it. */
export interface Target {
  readonly accountId: string;
  readonly recipient: string;
}

/** A row that an amendment has closed before it went out. */
export interface ClosedRow {
  readonly id: string;
  readonly state: string;
  readonly rendition_digest: string;
}

/** Corrections and withdrawals, and the rows of the ledger that they are about. */
export class AmendmentStore {
  /** A newer one covers what the older ones still waited for. */
  async insert(queries: Queries, amendment: Amendment): Promise<void> {
    await sql`update amendment set settled_at = ${amendment.orderedAt}
      where release_id = ${amendment.releaseId} and settled_at is null`.execute(queries);
    await queries
      .insertInto('amendment')
      .values({
        id: amendment.id,
        release_id: amendment.releaseId,
        kind: amendment.kind,
        from_version: amendment.fromVersion,
        to_version: amendment.toVersion,
        reason: amendment.reason,
        emergency: amendment.emergency,
        urgent: amendment.urgent,
        portal_url: amendment.portalUrl,
        shares: json<unknown>(amendment.shares),
        ordered_by: amendment.orderedBy,
        ordered_at: amendment.orderedAt,
      })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<Amendment | null> {
    const row = await queries.selectFrom('amendment').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : amendmentOf(row);
  }

  /** Newest first: the first one decides what becomes of every row. */
  async ofRelease(queries: Queries, releaseId: string): Promise<readonly Amendment[]> {
    const rows = await queries
      .selectFrom('amendment')
      .selectAll()
      .where('release_id', '=', releaseId)
      .orderBy('ordered_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(amendmentOf);
  }

  async unsettled(queries: Queries): Promise<readonly Amendment[]> {
    const rows = await queries
      .selectFrom('amendment')
      .selectAll()
      .where('settled_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map(amendmentOf);
  }

  /** What was not sent yet is not sent any more; what was refused is not tried again. */
  async closeUnsent(
    queries: Queries,
    { releaseId, fromVersion, kind }: Amendment,
    only: readonly Target[] | null,
  ): Promise<readonly ClosedRow[]> {
    const closed: DeliveryState = kind === 'correct' ? 'superseded' : 'cancelled';
    const message =
      kind === 'correct'
        ? '已由更正版本取代 (superseded by its correction)'
        : '已撤回，不再发送 (withdrawn; not sent)';
    const { rows } = await sql<ClosedRow>`
      update delivery set state = case when state = 'rejected' then 'abandoned' else ${closed} end, waiting_for = null,
        last_message = case when state = 'rejected' then last_message else ${message} end,
        updated_at = clock_timestamp(), settled_at = clock_timestamp()
      where release_id = ${releaseId} and version <= ${fromVersion} and operation in ('send', 'correct')
        and state in ('planned', 'waiting', 'deferred', 'rejected') and ${among(only)}
      returning id, state, rendition_digest`.execute(queries);
    return rows;
  }

  async rows(
    queries: Queries,
    releaseId: string,
    only: readonly Target[] | null,
  ): Promise<readonly LedgerRow[]> {
    const { rows } = await sql<LedgerRow & { readonly state: DeliveryState; readonly operation: Operation }>`
      select id, version, account_id as "accountId", operation, recipient, state, attempts,
        rendition_digest as "renditionDigest", amendment_id as "amendmentId"
      from delivery where release_id = ${releaseId} and ${among(only)} order by seq`.execute(queries);
    return rows;
  }

  /** Does the new version stand on the channel that the others wait for? */
  async isLive(queries: Queries, { releaseId, toVersion, shares }: Amendment): Promise<boolean> {
    const portals = shares.filter(({ waitsForPortal }) => !waitsForPortal).map(({ accountId }) => accountId);
    const { rows } = await sql`
      select id from delivery where release_id = ${releaseId} and version = ${toVersion}
        and account_id = any(${portals}::text[]) and state in ('delivered', 'verified', 'corrected')
      limit 1`.execute(queries);
    return rows.length > 0;
  }

  async settleIfDone(queries: Queries, { id, releaseId, fromVersion }: Amendment): Promise<void> {
    await sql`
      update amendment set settled_at = clock_timestamp() where id = ${id} and settled_at is null
        and not exists (select from delivery where release_id = ${releaseId} and version <= ${fromVersion}
          and operation in ('send', 'correct') and state in ('planned', 'waiting', 'deferred', 'sending', 'correcting',
            'accepted', 'unknown', 'needsPerson'))`.execute(queries);
  }

  /** Its rows by state. */
  async counts(queries: Queries, id: string): Promise<Record<string, number>> {
    const rows = await queries
      .selectFrom('delivery')
      .select('state')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('amendment_id', '=', id)
      .groupBy('state')
      .execute();
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  }

  async review(
    queries: Queries,
    id: string,
    review: { readonly by: string; readonly at: Date; readonly note: string },
  ): Promise<void> {
    await queries
      .updateTable('amendment')
      .set({ reviewed_by: review.by, reviewed_at: review.at, review_note: review.note })
      .where('id', '=', id)
      .execute();
  }
}

const among = (only: readonly Target[] | null) =>
  only === null
    ? sql<boolean>`true`
    : sql<boolean>`(account_id, lower(recipient)) in (select * from unnest(
        ${only.map(({ accountId }) => accountId)}::text[],
        ${only.map(({ recipient }) => recipient.toLowerCase())}::text[]))`;

const amendmentOf = (row: Selectable<Schema['amendment']>): Amendment => ({
  id: row.id,
  releaseId: row.release_id,
  kind: row.kind as AmendmentKind,
  fromVersion: row.from_version,
  toVersion: row.to_version,
  reason: row.reason,
  emergency: row.emergency,
  urgent: row.urgent,
  portalUrl: row.portal_url,
  shares: row.shares as readonly AmendmentShare[],
  orderedBy: row.ordered_by,
  orderedAt: row.ordered_at,
  settledAt: row.settled_at,
  reviewedBy: row.reviewed_by,
  reviewedAt: row.reviewed_at,
  reviewNote: row.review_note,
});
