import type { Queries } from '@koujing/database';
import { json } from '@koujing/database';
import { currentTrace, newTraceId, type TraceId } from '@koujing/kernel';
import { sql } from 'kysely';
import { restoredText } from './hold.sql.js';
import type { PlannedDelivery } from './plan.js';
import { untilToldOtherwise } from './portal-first.sql.js';

/** Rows per statement: one jsonb parameter of some 400 kB; ten thousand recipients are ten statements. */
const rowsPerStatement = 1_000;

/** Writes the planned rows, in their order. A row that is already there (a doubled click) is left as it is. */
export const insertPlan = async (queries: Queries, rows: readonly PlannedDelivery[]): Promise<void> => {
  const trace = currentTrace() ?? newTraceId();
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await insertSome(queries, rows.slice(start, start + rowsPerStatement), trace);
};

const insertSome = async (
  queries: Queries,
  rows: readonly PlannedDelivery[],
  trace: TraceId,
): Promise<void> => {
  const planned = rows.map((row, position) => ({
    position,
    id: row.id,
    release_id: row.releaseId,
    version: row.version,
    account_id: row.accountId,
    channel: row.channel,
    operation: row.operation,
    recipient: row.recipient,
    state: row.state,
    waiting_for: row.waitingFor,
    rendition_digest: row.renditionDigest,
    portal_url: row.portalUrl,
    key: row.idempotencyKey,
    batch: row.batch,
    urgent: row.urgent,
    code: row.skipped === null ? null : 'suppressed',
    message: row.skipped,
    amendment_id: row.amendmentId,
    amends: row.amends,
  }));
  await sql`
    insert into delivery (id, release_id, version, account_id, channel, operation, recipient, state, waiting_for,
      rendition_digest, portal_url, idempotency_key, batch, urgent, amendment_id, amends, last_code, last_message, settled_at,
      first_intent_at, next_at, trace, created_at, updated_at)
    select p.id, p.release_id, p.version, p.account_id, p.channel, p.operation, p.recipient,
      case when p.state = 'planned' and ${restoredText('p')} is not null then 'unknown' else p.state end, p.waiting_for,
      p.rendition_digest, p.portal_url, p.key, p.batch, p.urgent, p.amendment_id, p.amends, p.code, p.message,
      case when p.code is not null or p.state = 'notWithdrawable' then clock_timestamp() end,
      case when p.state = 'planned' and p.recipient = '' then ${restoredText('p')} end,
      case when p.waiting_for = 'portal' then ${untilToldOtherwise}::timestamptz else clock_timestamp() end, ${trace}::text,
      clock_timestamp(), clock_timestamp()
    from jsonb_to_recordset(${json(planned)}) as p(position integer, id text, release_id text, version integer,
      account_id text, channel text, operation text, recipient text, state text, waiting_for text,
      rendition_digest text, portal_url text, key text, batch text, urgent boolean, amendment_id text, amends text, code text,
      message text)
    order by p.position
    on conflict (release_id, version, account_id, operation, recipient) do nothing`.execute(queries);
};
