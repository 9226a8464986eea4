import { json, type Queries, type Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { Sealer, Subscription } from './subscription.js';
import type { EventKind } from './subscription.api.js';

/** Subscriptions; address and secret are sealed on the way in and opened on the way out. */
export class SubscriptionStore {
  constructor(private readonly sealer: Sealer) {}

  async add(queries: Queries, one: Subscription): Promise<void> {
    await queries
      .insertInto('event_subscription')
      .values({
        ...{ id: one.id, organ_id: one.organId, name: one.name, hint: one.hint, kinds: json(one.kinds) },
        ...{ address: this.sealer.seal(one.url, one.id), secret: this.sealer.seal(one.secret, one.id) },
        ...{ created_by: one.createdBy, created_at: one.createdAt },
        ...{ paused_at: null, pause_reason: '', ended_at: null },
      })
      .execute();
  }

  async all(queries: Queries): Promise<readonly Subscription[]> {
    const rows = await queries
      .selectFrom('event_subscription')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map((row) => this.#of(row));
  }

  async find(queries: Queries, id: string): Promise<Subscription | null> {
    const row = await queries
      .selectFrom('event_subscription')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : this.#of(row);
  }

  /** Held until the transaction ends. */
  async held(queries: Queries, id: string): Promise<Subscription | null> {
    const query = queries.selectFrom('event_subscription').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : this.#of(row);
  }

  async write(
    queries: Queries,
    id: string,
    { pausedAt, pauseReason, endedAt }: Pick<Subscription, 'pausedAt' | 'pauseReason' | 'endedAt'>,
  ): Promise<void> {
    await queries
      .updateTable('event_subscription')
      .set({ paused_at: pausedAt, pause_reason: pauseReason, ended_at: endedAt })
      .where('id', '=', id)
      .execute();
  }

  #of(row: Selectable<Schema['event_subscription']>): Subscription {
    return {
      ...{ id: row.id, organId: row.organ_id, name: row.name, hint: row.hint },
      kinds: row.kinds as readonly EventKind[],
      ...{ url: this.sealer.open(row.address, row.id), secret: this.sealer.open(row.secret, row.id) },
      ...{ createdBy: row.created_by, createdAt: row.created_at },
      ...{ pausedAt: row.paused_at, pauseReason: row.pause_reason, endedAt: row.ended_at },
    };
  }
}
