import type { Queries } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { EventKind } from './subscription.api.js';

/** One event for one subscription. */
export interface EventDelivery {
  readonly id: string;
  readonly subscriptionId: string;
  readonly eventId: string;
  readonly kind: EventKind;
  readonly body: string;
  readonly state: 'planned' | 'sending' | 'delivered';
  readonly attempts: number;
  readonly nextAt: Date;
  readonly status: number | null;
  readonly answer: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

/** What came of a try. */
export interface Tried {
  readonly taken: boolean;
  readonly status: number | null;
  readonly answer: string;
  /** When it is tried again; of no meaning once taken. */
  readonly nextAt: Date;
}

/**
 * Longer than any call takes; an expired one means that the process died while sending. By the database's clock: the city's
 * may be moved, and a lease that ends early sends twice.
 */
const leaseSeconds = 60;

const columns = sql`id, subscription_id as "subscriptionId", event_id as "eventId", kind, body, state, attempts,
  next_at as "nextAt", status, answer, created_at as "createdAt", settled_at as "settledAt"`;

export class EventDeliveryStore {
  /** Twice for one event and subscription changes nothing. */
  async plan(
    queries: Queries,
    rows: readonly Pick<EventDelivery, 'subscriptionId' | 'eventId' | 'kind' | 'body'>[],
    at: Date,
  ): Promise<void> {
    for (const row of rows)
      await sql`
        insert into event_delivery (id, subscription_id, event_id, kind, body, state, next_at, created_at)
        values (${newId()}, ${row.subscriptionId}, ${row.eventId}, ${row.kind}, ${row.body}, 'planned', ${at}, ${at})
        on conflict (subscription_id, event_id) do nothing`.execute(queries);
  }

  /** The oldest open one of each subscription, if it is due; each by one worker only. What a dead process held is due again. */
  async claim(queries: Queries, now: Date): Promise<readonly EventDelivery[]> {
    const { rows: heads } = await sql<{ id: string }>`
      select h.id from event_subscription s cross join lateral (
        select d.id, d.state, d.next_at, d.lease_until from event_delivery d
        where d.subscription_id = s.id and d.state in ('planned', 'sending') order by d.seq limit 1) h
      where s.ended_at is null and s.paused_at is null and (
        (h.state = 'planned' and h.next_at <= ${now}) or (h.state = 'sending' and h.lease_until < clock_timestamp()))
      for no key update of s skip locked`.execute(queries);
    if (heads.length === 0) return [];
    const { rows } = await sql<EventDelivery>`
      update event_delivery set state = 'sending', lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      where id = any(${heads.map(({ id }) => id)})
        and (state = 'planned' or (state = 'sending' and lease_until < clock_timestamp()))
      returning ${columns}`.execute(queries);
    return rows;
  }

  async settle(
    queries: Queries,
    id: string,
    { taken, status, answer, nextAt }: Tried,
    at: Date,
  ): Promise<void> {
    await sql`
      update event_delivery set state = ${taken ? 'delivered' : 'planned'}, attempts = attempts + 1, lease_until = null,
        status = ${status}, answer = ${answer}, next_at = ${nextAt}, settled_at = ${taken ? at : null}
      where id = ${id} and state = 'sending'`.execute(queries);
  }

  /** Once more from the first try; null if there is none or it is open. */
  async again(queries: Queries, subscriptionId: string, id: string, at: Date): Promise<string | null> {
    const { rows } = await sql<{ eventId: string }>`
      update event_delivery set state = 'planned', attempts = 0, next_at = ${at}, settled_at = null
      where id = ${id} and subscription_id = ${subscriptionId} and state = 'delivered' returning event_id as "eventId"`.execute(
      queries,
    );
    return rows[0]?.eventId ?? null;
  }

  async find(queries: Queries, subscriptionId: string, id: string): Promise<EventDelivery | null> {
    const { rows } = await sql<EventDelivery>`
      select ${columns} from event_delivery where id = ${id} and subscription_id = ${subscriptionId}`.execute(
      queries,
    );
    return rows[0] ?? null;
  }

  /** A resumed subscription begins its tries anew. */
  async fresh(queries: Queries, subscriptionId: string, at: Date): Promise<void> {
    await sql`update event_delivery set attempts = 0, next_at = ${at}
      where subscription_id = ${subscriptionId} and state = 'planned'`.execute(queries);
  }

  async page(
    queries: Queries,
    subscriptionId: string,
    { page, pageSize }: { readonly page: number; readonly pageSize: number },
  ): Promise<{ readonly items: readonly EventDelivery[]; readonly total: number }> {
    const { rows } = await sql<EventDelivery & { total: number }>`
      select ${columns}, count(*) over ()::int as total from event_delivery where subscription_id = ${subscriptionId}
      order by seq desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** By subscription: how many wait, and when one was taken last. */
  async standing(
    queries: Queries,
  ): Promise<ReadonlyMap<string, { readonly waiting: number; readonly lastAt: Date | null }>> {
    const { rows } = await sql<{ id: string; waiting: number; lastAt: Date | null }>`
      select subscription_id as id, count(*) filter (where state <> 'delivered')::int as waiting, max(settled_at) as "lastAt"
      from event_delivery group by subscription_id`.execute(queries);
    return new Map(rows.map(({ id, ...standing }) => [id, standing]));
  }

  /** What nobody will ask about any more. */
  async forget(queries: Queries, before: Date): Promise<void> {
    await sql`delete from event_delivery where created_at < ${before}`.execute(queries);
    await sql`delete from outward_event where handed_on_at < ${before}`.execute(queries);
  }
}
