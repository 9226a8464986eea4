import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { againReasons, doDeed, heldDelivery, type DeedParts } from './delivery-deed.js';
import { doneState, mayBecome, type Delivery, type DeliveryState } from './delivery.js';
import type { DecisionInput } from './dispatch.api.js';
import { dispatchRefusal } from './refusal.js';

/** A person says what became of a delivery that the system cannot tell, with a reason that is kept. */
export class DecideDelivery {
  constructor(private readonly parts: DeedParts) {}

  reasons(row: Delivery, decision: DecisionInput['decision']): readonly Reason[] {
    const open = row.state === 'needsPerson' || row.state === 'rejected';
    const to = stateOf(row, decision);
    return open && mayBecome(row.state, to) ? [] : [dispatchRefusal.cannotDecide(row.state, to)];
  }

  perform(id: string, { decision, reason }: DecisionInput, actor: Actor): Promise<void> {
    return this.parts.database.transaction(async (queries) => {
      const row = await heldDelivery(this.parts, queries, id, actor);
      refuseIfAny(this.reasons(row, decision));
      if (decision === 'planned') refuseIfAny(await againReasons(this.parts, queries, row));
      await doDeed(this.parts, queries, row, {
        to: stateOf(row, decision),
        action: 'delivery.decide',
        message: reason,
        actor,
      });
    });
  }
}

/** `delivered` says that it has been done: for a correction or withdrawal, that this is what the platform shows. */
const stateOf = (row: Delivery, decision: DecisionInput['decision']): DeliveryState =>
  decision === 'delivered' ? doneState[row.operation] : decision;
