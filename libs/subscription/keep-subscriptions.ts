import { accessRefusal, inOffice, may, mayInSome, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { newId, Problem, type Clock, type OrganId, type Reason } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { EventDeliveryStore } from './event-delivery-store.sql.js';
import { postEvent, type Sender } from './post-event.js';
import { subscriptionRefusal } from './refusal.js';
import type { AddedSubscription, AddSubscriptionInput, SubscriptionTrial } from './subscription.api.js';
import type { SubscriptionStore } from './subscription-store.sql.js';
import {
  addressReasons,
  newSubscriptionSecret,
  subscriptionState,
  type Subscription,
} from './subscription.js';

export interface KeepParts extends Sender {
  readonly database: Database;
  readonly subscriptions: SubscriptionStore;
  readonly deliveries: EventDeliveryStore;
  readonly organs: OrganStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Each organ's subscriptions are its administrator's to keep; those of the whole city the office's. */
export class KeepSubscriptions {
  constructor(private readonly parts: KeepParts) {}

  addReasons(actor: Actor): readonly Reason[] {
    return mayInSome(actor, ['administrator']);
  }

  reasons(organId: OrganId | null, actor: Actor): readonly Reason[] {
    if (organId !== null) return may(actor, 'administrator', organId);
    return inOffice(actor, 'administrator') ? [] : [accessRefusal.lacksRole('administrator')];
  }

  pauseReasons(one: Subscription, actor: Actor): readonly Reason[] {
    return [...this.endReasons(one, actor), ...(one.pausedAt === null ? [] : [subscriptionRefusal.paused])];
  }

  resumeReasons(one: Subscription, actor: Actor): readonly Reason[] {
    return [
      ...this.endReasons(one, actor),
      ...(one.pausedAt === null ? [subscriptionRefusal.notPaused] : []),
    ];
  }

  endReasons(one: Subscription, actor: Actor): readonly Reason[] {
    return [
      ...this.reasons(one.organId, actor),
      ...(subscriptionState(one) === 'ended' ? [subscriptionRefusal.ended] : []),
    ];
  }

  /** The secret is in the answer and, sealed, in the row; it is never shown again. */
  async add(input: AddSubscriptionInput, actor: Actor): Promise<AddedSubscription> {
    const { database, subscriptions, organs, clock, innerHosts } = this.parts;
    const { organId, name, url, kinds } = input;
    const secret = newSubscriptionSecret();
    return database.transaction(async (queries) => {
      refuseIfAny([...this.reasons(organId, actor), ...addressReasons(url, innerHosts)]);
      if (organId !== null && (await organs.find(queries, organId)) === null)
        throw new Problem('refused', [subscriptionRefusal.unknownOrgan]);
      const one: Subscription = {
        ...{ id: newId(), organId, name, url, secret, hint: new URL(url).host, kinds: [...new Set(kinds)] },
        ...{ createdBy: actor.personId, createdAt: clock.now() },
        ...{ pausedAt: null, pauseReason: '', endedAt: null },
      };
      await subscriptions.add(queries, one);
      await this.#record(queries, one, actor, { action: 'subscription.add', detail: { kinds: one.kinds } });
      return { id: one.id, secret };
    });
  }

  /** Sends a `ping` now, whatever waits. */
  async trial(id: string, actor: Actor): Promise<SubscriptionTrial> {
    const { database, subscriptions, clock } = this.parts;
    const one = known(await subscriptions.find(database.queries, id));
    refuseIfAny(this.endReasons(one, actor));
    const eventId = newId();
    const body = JSON.stringify({ event: 'ping', id: eventId });
    const post = { kind: 'ping', eventId, deliveryId: eventId, body };
    const { taken, status, answer } = await postEvent(this.parts, one, post, clock.now());
    const message = [status ?? '', answer].join(' ').trim();
    await this.#record(database.queries, one, actor, {
      ...{ action: 'subscription.trial', detail: { taken, status } },
    });
    return { taken, message };
  }

  /** Events go on being kept for it. */
  pause(id: string, actor: Actor): Promise<void> {
    const { clock } = this.parts;
    return this.#change(id, actor, 'subscription.pause', (one) => {
      refuseIfAny(this.pauseReasons(one, actor));
      return { ...one, pausedAt: clock.now(), pauseReason: '由管理员暂停 (paused by hand)' };
    });
  }

  resume(id: string, actor: Actor): Promise<void> {
    const { deliveries, clock } = this.parts;
    return this.#change(id, actor, 'subscription.resume', async (one, queries) => {
      refuseIfAny(this.resumeReasons(one, actor));
      await deliveries.fresh(queries, id, clock.now());
      return { ...one, pausedAt: null, pauseReason: '' };
    });
  }

  /** For good. */
  end(id: string, actor: Actor): Promise<void> {
    const { clock } = this.parts;
    return this.#change(id, actor, 'subscription.end', (one) => {
      refuseIfAny(this.endReasons(one, actor));
      return { ...one, endedAt: clock.now() };
    });
  }

  /** Under the same event id: a receiver that has it may answer 2xx and forget it. */
  async resend(id: string, deliveryId: string, actor: Actor): Promise<void> {
    const { database, subscriptions, deliveries, clock } = this.parts;
    await database.transaction(async (queries) => {
      const one = known(await subscriptions.held(queries, id));
      refuseIfAny(this.endReasons(one, actor));
      const delivery = await deliveries.find(queries, id, deliveryId);
      if (delivery === null) throw new Problem('notFound', [subscriptionRefusal.noDelivery]);
      const eventId = await deliveries.again(queries, id, deliveryId, clock.now());
      if (eventId === null) throw new Problem('refused', [subscriptionRefusal.stillOpen]);
      await this.#record(queries, one, actor, { action: 'subscription.resend', detail: { eventId } });
    });
  }

  async #change(
    id: string,
    actor: Actor,
    action: string,
    change: (one: Subscription, queries: Queries) => Subscription | Promise<Subscription>,
  ): Promise<void> {
    const { database, subscriptions } = this.parts;
    await database.transaction(async (queries) => {
      const after = await change(known(await subscriptions.held(queries, id)), queries);
      await subscriptions.write(queries, id, after);
      await this.#record(queries, after, actor, { action, detail: {} });
    });
  }

  /** Never the secret, nor the address beyond its host. */
  #record(
    queries: Queries,
    { id, organId, name, hint }: Subscription,
    actor: Actor,
    entry: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    return this.parts.audit.record(queries, {
      ...{ actor: actor.personId, action: entry.action, subjectKind: 'subscription', subjectId: id },
      detail: { name, host: hint, organId, ...entry.detail },
    });
  }
}

const known = (one: Subscription | null): Subscription => {
  if (one === null) throw new Problem('notFound', [subscriptionRefusal.notFound]);
  return one;
};
