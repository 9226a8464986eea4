import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import { giveHour } from '../give-hour.js';
import { matterInputSchema } from '../matter.api.js';
import type { ApprovePlanInput } from './plan.api.js';
import { decidesHow, organsOfPlan, type ReleasePlan } from './plan.js';
import { executionRule, recordPlan, type PlanParts } from './plan-parts.js';
import { planRefusal } from './refusal.js';
import { visiblePlan } from './visible-plan.js';

/**
 * 审定: the leaders of the city committee or government approve a plan and set its level and form, or return it (Art.18).
 * What they set may differ from what was proposed; both are kept.
 */
export class DecidePlan {
  constructor(private readonly parts: PlanParts) {}

  /** Pure: what bars this person from deciding on it. */
  reasons(plan: ReleasePlan, actor: Actor): readonly Reason[] {
    if (plan.state !== 'proposed') return [planRefusal.wrongState(plan.state)];
    if (decidesHow(plan, actor) === null) return [planRefusal.decidedByLeaders];
    const own = plan.draftedBy === actor.personId || plan.proposedBy === actor.personId;
    return own ? [planRefusal.decidedByProposer] : [];
  }

  /** From now on the plan binds: its matter is open, and its clock runs. */
  async approve(id: string, input: ApprovePlanInput, actor: Actor): Promise<void> {
    const { database, plans, clock } = this.parts;
    await database.transaction(async (queries) => {
      const before = visiblePlan(await plans.lock(queries, id), actor);
      refuseIfAny(this.reasons(before, actor));
      if (before.revision !== input.expectedRevision) throw new Problem('stale', [planRefusal.stale]);
      const dueAt = input.dueAt === undefined ? before.dueAt : new Date(input.dueAt);
      const onPaper = decidesHow(before, actor) === 'paper';
      const at = clock.now();
      refuseIfAny([
        ...(onPaper && input.leader === '' ? [planRefusal.leaderNeeded] : []),
        ...(dueAt > at ? [] : [planRefusal.dueInThePast]),
      ]);
      const decided: ReleasePlan = {
        ...before,
        ...{ state: 'approved', level: input.level, form: input.form, dueAt, updatedAt: at },
        ...{ decidedBy: actor.personId, decidedAt: at, decisionNote: input.note },
        leader: onPaper ? input.leader : '',
      };
      const matterId = await this.#matter(queries, decided, actor);
      const plan = await plans.write(queries, { ...decided, matterId });
      await this.#begin(queries, plan, actor);
      await recordPlan(this.parts, queries, {
        action: 'approve',
        plan,
        actor,
        detail: { ...input, matterId },
      });
    });
  }

  async return(id: string, reason: string, actor: Actor): Promise<void> {
    const { database, plans, clock } = this.parts;
    await database.transaction(async (queries) => {
      const plan = visiblePlan(await plans.lock(queries, id), actor);
      refuseIfAny(this.reasons(plan, actor));
      const at = clock.now();
      await plans.write(queries, { ...plan, state: 'returned', decisionNote: reason, updatedAt: at });
      await recordPlan(this.parts, queries, { action: 'return', plan, actor, detail: { reason } });
    });
  }

  /** Its own matter, or the known one with this hour if it had none: a release that is missing is a gap (Art.12(5), 15). */
  async #matter(queries: Queries, plan: ReleasePlan, actor: Actor): Promise<string> {
    const { matters, openMatter } = this.parts;
    const known = plan.matterId === null ? null : await matters.lock(queries, plan.matterId);
    if (known !== null) {
      const dueAt = known.dueAt ?? (known.ownerOrganId === plan.leadOrganId ? plan.dueAt : null);
      const trigger = known.trigger ?? 'otherLegal';
      return (await giveHour(this.parts, queries, { matter: { ...known, trigger, dueAt }, actor })).id;
    }
    const wanted = matterInputSchema.parse({
      ...{ title: plan.item, kind: plan.kind, trigger: 'otherLegal', ownerOrganId: plan.leadOrganId },
      concernedOrganIds: organsOfPlan(plan).filter((organId) => organId !== plan.leadOrganId),
      dueAt: plan.dueAt.toISOString(),
    });
    return openMatter.open(queries, wanted, actor);
  }

  async #begin(queries: Queries, plan: ReleasePlan, actor: Actor): Promise<void> {
    await this.parts.start.perform(queries, {
      ...{ rule: executionRule, subject: { kind: 'plan', id: plan.id }, organId: plan.leadOrganId },
      ...{ title: plan.item, link: `/plans/${plan.id}`, actor: actor.personId },
      eventAt: plan.updatedAt,
      dueAt: plan.dueAt,
    });
  }
}
