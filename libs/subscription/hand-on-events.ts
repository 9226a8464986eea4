import type { Database } from '@koujing/database';
import { civilTime, type Clock } from '@koujing/kernel';
import type { EventDeliveryStore } from './event-delivery-store.sql.js';
import { handedOn, waitingEvents, type Addresses, type OutwardEvent } from './outward-event.sql.js';
import type { Subscription } from './subscription.js';
import type { SubscriptionStore } from './subscription-store.sql.js';

const batch = 200;
const keptMs = 30 * 86_400_000;

/** Pure. */
const concerns = ({ kinds, organId, endedAt }: Subscription, event: OutwardEvent): boolean =>
  endedAt === null && kinds.includes(event.kind) && (organId === null || event.organs.includes(organId));

/** What every subscriber of it gets, byte for byte. */
export const bodyOf = ({ id, kind, at, data }: OutwardEvent): string =>
  JSON.stringify({ event: kind, id, at: civilTime(at), data });

/** Plans the deliveries of events that happened; an event and its deliveries are marked together. */
export class HandOnEvents {
  constructor(
    private readonly parts: Addresses & {
      readonly database: Database;
      readonly subscriptions: SubscriptionStore;
      readonly deliveries: EventDeliveryStore;
      readonly clock: Clock;
    },
  ) {}

  /** How many events were handed on. */
  async tick(): Promise<number> {
    const { database, subscriptions, deliveries, clock } = this.parts;
    return database.transaction(async (queries) => {
      const events = await waitingEvents(queries, this.parts, batch);
      if (events.length === 0) return 0;
      const all = await subscriptions.all(queries);
      const rows = events.flatMap((event) =>
        all
          .filter((one) => concerns(one, event))
          .map((one) => ({
            ...{ subscriptionId: one.id, eventId: event.id, kind: event.kind, body: bodyOf(event) },
          })),
      );
      await deliveries.plan(queries, rows, clock.now());
      await handedOn(
        queries,
        events.map(({ id }) => id),
        clock.now(),
      );
      return events.length;
    });
  }

  async forget(): Promise<void> {
    const { database, deliveries, clock } = this.parts;
    await deliveries.forget(database.queries, new Date(clock.now().getTime() - keptMs));
  }
}
