import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { doDeed, heldDelivery, type DeedParts } from './delivery-deed.js';
import { mayBecome, type Delivery } from './delivery.js';
import type { DecisionInput } from './dispatch.api.js';
import { dispatchRefusal } from './refusal.js';

/** A person says what became of a delivery that the system cannot tell, with a reason that is kept. */
export class DecideDelivery {
  constructor(private readonly parts: DeedParts) {}

  reasons(row: Delivery, decision: DecisionInput['decision']): readonly Reason[] {
    const open = row.state === 'needsPerson' || row.state === 'rejected';
    return open && mayBecome(row.state, decision) ? [] : [dispatchRefusal.cannotDecide(row.state, decision)];
  }

  perform(id: string, { decision, reason }: DecisionInput, actor: Actor): Promise<void> {
    return this.parts.database.transaction(async (queries) => {
      const row = await heldDelivery(this.parts, queries, id, actor);
      refuseIfAny(this.reasons(row, decision));
      await doDeed(this.parts, queries, row, {
        to: decision,
        action: 'delivery.decide',
        message: reason,
        actor,
      });
    });
  }
}
