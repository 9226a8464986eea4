import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import { isLive, isUnderWay } from './live-publication.sql.js';

/** A publication to be looked at now; this process's alone until its lease ends. */
export interface DueLook {
  readonly deliveryId: string;
  readonly publishedAt: Date;
  readonly failures: number;
}

/** What a look left behind. */
export interface LookResult {
  readonly outcome: 'same' | 'differs' | 'gone' | 'unreadable';
  readonly reason: string | null;
  readonly at: Date;
  readonly nextAt: Date;
  readonly failures: number;
}

interface Enrollable {
  readonly id: string;
  readonly publishedAt: Date;
  readonly channel: string;
}

/** Longer than the longest look; a dead process's looks are taken up after it. */
const leaseSeconds = 90;

export class ReadBackStore {
  /**
   * Publications that are out and in no list of looks. `recent`: only what moved within a day, which an index finds; without it
   * the whole ledger, once at the start, for what went out while this part of the house did not run or did not exist.
   */
  async unlisted(
    queries: Queries,
    {
      channels,
      recent,
      limit,
    }: { readonly channels: readonly string[]; readonly recent: boolean; readonly limit: number },
  ): Promise<readonly Enrollable[]> {
    const { rows } = await sql<Enrollable>`
      select d.id, d.channel, coalesce(d.settled_at, d.updated_at) as "publishedAt" from delivery d
      where d.channel = any(${[...channels]}) and ${isLive}
        -- A correction or withdrawal that came to nothing leaves its publication where it was, and moves only itself.
        and (not ${recent} or d.updated_at > clock_timestamp() - interval '1 day'
          or exists (select from delivery a where a.amends = d.id and a.updated_at > clock_timestamp() - interval '1 day'))
        and not exists (select from read_back b where b.delivery_id = d.id)
      limit ${limit}`.execute(queries);
    return rows;
  }

  async list(
    queries: Queries,
    looks: readonly { readonly id: string; readonly publishedAt: Date; readonly nextAt: Date }[],
  ): Promise<void> {
    if (looks.length === 0) return;
    await queries
      .insertInto('read_back')
      .values(
        looks.map(({ id, publishedAt, nextAt }) => ({
          ...{ delivery_id: id, published_at: publishedAt, next_at: nextAt, failures: 0 },
          ...{
            lease_holder: null,
            lease_until: null,
            looked_at: null,
            outcome: null,
            reason: null,
            same_since: null,
          },
        })),
      )
      .onConflict((conflict) => conflict.column('delivery_id').doNothing())
      .execute();
  }

  /** Each look is taken by one process; whoever dies with it is followed by another after its lease. */
  async claim(
    queries: Queries,
    { holder, now, limit }: { readonly holder: string; readonly now: Date; readonly limit: number },
  ): Promise<readonly DueLook[]> {
    const { rows } = await sql<DueLook>`
      update read_back set lease_holder = ${holder},
        lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      where delivery_id in (select delivery_id from read_back where next_at <= ${now}
        and (lease_until is null or lease_until < clock_timestamp())
        order by next_at limit ${limit} for no key update skip locked)
      returning delivery_id as "deliveryId", published_at as "publishedAt", failures`.execute(queries);
    return rows;
  }

  /** Still this process's, and still before the public? `amending`: what becomes of it is not known yet. Locks the look until the transaction ends. */
  async standing(
    queries: Queries,
    deliveryId: string,
    holder: string,
  ): Promise<'live' | 'amending' | 'ended' | 'overtaken'> {
    const { rows } = await sql<{ live: boolean; amending: boolean }>`
      select exists (select from delivery d where d.id = b.delivery_id and ${isLive}) as live,
        exists (select from delivery a where a.amends = b.delivery_id and ${isUnderWay}) as amending
      from read_back b where b.delivery_id = ${deliveryId} and b.lease_holder = ${holder} for no key update of b`.execute(
      queries,
    );
    const [row] = rows;
    if (row === undefined) return 'overtaken';
    if (row.live) return 'live';
    return row.amending ? 'amending' : 'ended';
  }

  async end(queries: Queries, deliveryId: string): Promise<void> {
    await queries.deleteFrom('read_back').where('delivery_id', '=', deliveryId).execute();
  }

  async keep(queries: Queries, deliveryId: string, result: LookResult): Promise<void> {
    await sql`
      update read_back set lease_holder = null, lease_until = null, next_at = ${result.nextAt},
        looked_at = ${result.at}, outcome = ${result.outcome}, reason = ${result.reason}, failures = ${result.failures},
        same_since = case when ${result.outcome} = 'same' then coalesce(same_since, ${result.at})
          when ${result.outcome} = 'unreadable' then same_since end
      where delivery_id = ${deliveryId}`.execute(queries);
  }

  async putOff(queries: Queries, deliveryId: string, holder: string, nextAt: Date): Promise<void> {
    await sql`
      update read_back set lease_holder = null, lease_until = null, next_at = ${nextAt}
      where delivery_id = ${deliveryId} and lease_holder = ${holder}`.execute(queries);
  }

  /** Delivered, and seen by somebody who looked as the public does (DESIGN: "verified"). True if that is new. */
  async verify(queries: Queries, deliveryId: string): Promise<boolean> {
    const { rows } = await sql`
      update delivery set state = 'verified', updated_at = clock_timestamp()
      where id = ${deliveryId} and state = 'delivered' returning id`.execute(queries);
    return rows.length > 0;
  }
}
