import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { escaped, type Clock } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';
import type { EventDelivery, EventDeliveryStore } from './event-delivery-store.sql.js';
import { postEvent, type Answered, type Sender } from './post-event.js';
import type { SubscriptionStore } from './subscription-store.sql.js';
import { restAfter, triesBeforePause, type Subscription } from './subscription.js';

export interface SendParts extends Sender {
  readonly database: Database;
  readonly subscriptions: SubscriptionStore;
  readonly deliveries: EventDeliveryStore;
  readonly people: Pick<PersonStore, 'withRole'>;
  readonly notifier: Pick<Notifier, 'notify'>;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly consoleUrl: string;
}

/** So many rounds in one turn: a receiver that answers quickly gets what waits at once, and the others are not kept waiting. */
const mostRounds = 100;

/** The worker: called again and again, by any number of processes at once. The claim commits before the call, the outcome after it. */
export class SendEvents {
  constructor(private readonly parts: SendParts) {}

  /** How many were tried. */
  async run(): Promise<number> {
    const { database, deliveries, clock } = this.parts;
    let tried = 0;
    for (let round = 0; round < mostRounds; round += 1) {
      const claimed = await database.transaction((queries) => deliveries.claim(queries, clock.now()));
      if (claimed.length === 0) break;
      await Promise.all(claimed.map((delivery) => this.#send(delivery)));
      tried += claimed.length;
    }
    return tried;
  }

  async #send(delivery: EventDelivery): Promise<void> {
    const { database, subscriptions, clock } = this.parts;
    const subscription = await subscriptions.find(database.queries, delivery.subscriptionId);
    if (subscription === null) throw new Error(`no subscription ${delivery.subscriptionId}`);
    const { kind, eventId, body, id: deliveryId } = delivery;
    const answered = await postEvent(
      this.parts,
      subscription,
      { kind, eventId, deliveryId, body },
      clock.now(),
    );
    await database.transaction((queries) => this.#settle(queries, delivery, answered));
  }

  async #settle(queries: Queries, delivery: EventDelivery, answered: Answered): Promise<void> {
    const { deliveries, subscriptions, clock } = this.parts;
    const now = clock.now();
    const tries = delivery.attempts + 1;
    const nextAt = new Date(now.getTime() + (answered.restMs ?? restAfter(tries)));
    await deliveries.settle(queries, delivery.id, { ...answered, nextAt }, now);
    if (answered.taken || !(answered.gone || tries >= triesBeforePause)) return;
    const subscription = await subscriptions.held(queries, delivery.subscriptionId);
    if (subscription === null || subscription.pausedAt !== null || subscription.endedAt !== null) return;
    const pauseReason = answered.gone
      ? '对方回答 410，不再接收 (the receiver answered 410)'
      : `连续 ${tries} 次没有收下 (refused ${tries} times in a row)`;
    const { endedAt } = subscription;
    await subscriptions.write(queries, subscription.id, { pausedAt: now, pauseReason, endedAt });
    await this.parts.audit.record(queries, {
      ...{ actor: 'system:events', action: 'subscription.pause', subjectKind: 'subscription' },
      ...{ subjectId: subscription.id, detail: { reason: pauseReason, answer: answered.answer } },
    });
    await this.#tell(queries, subscription, pauseReason);
  }

  /** Who registered it, and who keeps it now. */
  async #tell(
    queries: Queries,
    { id, name, organId, createdBy }: Subscription,
    reason: string,
  ): Promise<void> {
    const { people, notifier, consoleUrl } = this.parts;
    const keepers = await people.withRole(queries, 'administrator', organId);
    const sentence = `事件订阅“${name}”已暂停：${reason}。未送出的事件保留三十天，排除故障后请在设置中恢复。`;
    const link = '/settings?tab=events';
    await notifier.notify(queries, {
      ...{ personIds: [createdBy, ...keepers.map((person) => person.id)], kind: 'subscriptionPaused', link },
      subject: `【事件订阅暂停】${name}`,
      html: `<p>${escaped(sentence)}</p><p><a href="${consoleUrl}${link}">查看</a></p>`,
      text: `${sentence}\n${consoleUrl}${link}`,
      key: `${id} ${this.parts.clock.now().toISOString()}`,
    });
  }
}
