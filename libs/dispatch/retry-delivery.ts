import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { againReasons, doDeed, heldDelivery, retriable, type DeedParts } from './delivery-deed.js';
import type { Delivery } from './delivery.js';
import { dispatchRefusal } from './refusal.js';

/** Tries a rejected delivery again, and that one alone; also a withdrawal that the platform had refused. */
export class RetryDelivery {
  constructor(private readonly parts: DeedParts) {}

  async reasons(queries: Queries, row: Delivery): Promise<readonly Reason[]> {
    if (!retriable.has(row.state)) return [dispatchRefusal.cannotRetry(row.state)];
    const barred = await againReasons(this.parts, queries, row);
    if (barred.length > 0) return barred;
    const [account] = await this.parts.accounts.find(queries, [row.accountId]);
    return account?.breaker === 'stopped' ? [dispatchRefusal.stopped(account.name)] : [];
  }

  perform(id: string, actor: Actor): Promise<void> {
    return this.parts.database.transaction(async (queries) => {
      const row = await heldDelivery(this.parts, queries, id, actor);
      refuseIfAny(await this.reasons(queries, row));
      const message = `由 ${actor.name} 重发 (sent again by ${actor.name})`;
      await doDeed(this.parts, queries, row, { to: 'planned', action: 'delivery.retry', message, actor });
    });
  }
}
