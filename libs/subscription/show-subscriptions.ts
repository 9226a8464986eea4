import { mayInSome, type Actor, type PersonStore } from '@koujing/access';
import type { Database } from '@koujing/database';
import { civilTime, Problem } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import { refuseIfAny } from '@koujing/access';
import type { EventDeliveryStore } from './event-delivery-store.sql.js';
import type { KeepSubscriptions } from './keep-subscriptions.js';
import { subscriptionRefusal } from './refusal.js';
import type { EventDeliveryList, EventDeliveryQuery, SubscriptionList } from './subscription.api.js';
import type { SubscriptionStore } from './subscription-store.sql.js';
import { subscriptionState } from './subscription.js';

/** What a keeper sees of subscriptions and their deliveries. */
export class ShowSubscriptions {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly subscriptions: SubscriptionStore;
      readonly deliveries: EventDeliveryStore;
      readonly organs: OrganStore;
      readonly people: Pick<PersonStore, 'names'>;
      readonly keep: KeepSubscriptions;
    },
  ) {}

  async list(actor: Actor): Promise<SubscriptionList> {
    refuseIfAny(mayInSome(actor, ['administrator']));
    const { database, subscriptions, deliveries, organs, people, keep } = this.parts;
    const { queries } = database;
    const all = (await subscriptions.all(queries)).filter(
      (one) => keep.reasons(one.organId, actor).length === 0,
    );
    const registered = await organs.all(queries);
    const nameOf = new Map(registered.map(({ id, name }) => [id, name]));
    const names = await people.names(queries, [...new Set(all.map(({ createdBy }) => createdBy))]);
    const standing = await deliveries.standing(queries);
    return {
      items: all.map((one) => {
        const { waiting = 0, lastAt = null } = standing.get(one.id) ?? {};
        return {
          ...{ id: one.id, name: one.name, hint: one.hint, kinds: [...one.kinds] },
          organ:
            one.organId === null ? null : { id: one.organId, name: nameOf.get(one.organId) ?? one.organId },
          createdBy: names.get(one.createdBy) ?? one.createdBy,
          createdAt: civilTime(one.createdAt),
          ...{ state: subscriptionState(one), pauseReason: one.pauseReason, waiting },
          lastAt: lastAt === null ? null : civilTime(lastAt),
          actions: {
            trial: { reasons: [...keep.endReasons(one, actor)] },
            pause: { reasons: [...keep.pauseReasons(one, actor)] },
            resume: { reasons: [...keep.resumeReasons(one, actor)] },
            end: { reasons: [...keep.endReasons(one, actor)] },
          },
        };
      }),
      organs: registered
        .filter(({ id }) => keep.reasons(id, actor).length === 0)
        .map(({ id, name }) => ({ id, name })),
      city: keep.reasons(null, actor).length === 0,
      actions: { add: { reasons: [...keep.addReasons(actor)] } },
    };
  }

  async deliveries(id: string, query: EventDeliveryQuery, actor: Actor): Promise<EventDeliveryList> {
    const { database, subscriptions, deliveries, keep } = this.parts;
    const one = await subscriptions.find(database.queries, id);
    if (one === null) throw new Problem('notFound', [subscriptionRefusal.notFound]);
    refuseIfAny(keep.reasons(one.organId, actor));
    const { items, total } = await deliveries.page(database.queries, id, query);
    return {
      items: items.map(({ subscriptionId: _, ...row }) => ({
        ...row,
        nextAt: row.state === 'delivered' ? null : civilTime(row.nextAt),
        createdAt: civilTime(row.createdAt),
        settledAt: row.settledAt === null ? null : civilTime(row.settledAt),
      })),
      ...{ total, page: query.page, pageSize: query.pageSize },
    };
  }
}
