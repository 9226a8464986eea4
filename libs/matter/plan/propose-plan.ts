import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { isWritable, speaksForLead, type ReleasePlan } from './plan.js';
import { recordPlan, type PlanParts } from './plan-parts.js';
import { planRefusal } from './refusal.js';
import { visiblePlan } from './visible-plan.js';

/** 报送: the lead organ puts its plan before the city's leaders (Art.18). */
export class ProposePlan {
  constructor(private readonly parts: PlanParts) {}

  /** Pure. */
  reasons(plan: ReleasePlan, actor: Actor, now: Date): readonly Reason[] {
    if (!isWritable(plan)) return [planRefusal.wrongState(plan.state)];
    if (!speaksForLead(plan, actor)) return [planRefusal.proposedBySpeaker];
    return [
      ...(plan.parts.length === 0 ? [planRefusal.noParts] : []),
      ...(plan.dueAt > now ? [] : [planRefusal.dueInThePast]),
    ];
  }

  async perform(id: string, actor: Actor): Promise<void> {
    const { database, plans, clock } = this.parts;
    await database.transaction(async (queries) => {
      const plan = visiblePlan(await plans.lock(queries, id), actor);
      const at = clock.now();
      refuseIfAny(this.reasons(plan, actor, at));
      await plans.write(queries, {
        ...plan,
        ...{ state: 'proposed', proposedBy: actor.personId, proposedAt: at, updatedAt: at },
      });
      const { proposedLevel, proposedForm } = plan;
      await recordPlan(this.parts, queries, {
        ...{ action: 'propose', plan, actor, detail: { proposedLevel, proposedForm } },
      });
    });
  }
}
