import { refuseIfAny, servesAs, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import { visibleRelease } from '@koujing/release';
import { plansForTheCity, type PeriodItem, type PeriodPlan } from './period-plan.js';
import type { PeriodParts } from './period-parts.js';
import { periodRefusal } from './refusal.js';

export interface ItemAddress {
  readonly planId: string;
  readonly itemId: string;
}

/** A planned item meets its actual release, or is dropped with a reason (Art.37). */
export class SettleItem {
  constructor(private readonly parts: PeriodParts) {}

  /** Pure. */
  reasonsToLink(plan: Pick<PeriodPlan, 'state'>, item: PeriodItem, actor: Actor): readonly Reason[] {
    if (plan.state !== 'issued') return [periodRefusal.notIssued];
    if (item.droppedReason !== null) return [periodRefusal.dropped];
    const ours = servesAs(actor, ['drafter', 'approver', 'spokesperson'], item.organId);
    return ours || plansForTheCity(actor) ? [] : [periodRefusal.notOfTheOrgan];
  }

  /** Pure. */
  reasonsToDrop(item: PeriodItem, actor: Actor): readonly Reason[] {
    if (!plansForTheCity(actor)) return [periodRefusal.officeOnly];
    if (item.droppedReason !== null) return [periodRefusal.dropped];
    return item.releaseId === null ? [] : [periodRefusal.done];
  }

  async link(at: ItemAddress, releaseId: string, actor: Actor): Promise<void> {
    const { database, releases, clock } = this.parts;
    await database.transaction(async (queries) => {
      const { plan, item } = await this.#held(queries, at, actor);
      refuseIfAny(this.reasonsToLink(plan, item, actor));
      const release = await visibleRelease(releases, queries, actor, releaseId);
      const theirs = [release.organId, ...release.jointOrganIds].includes(item.organId);
      refuseIfAny(theirs ? [] : [periodRefusal.releaseElsewhere]);
      const linked = { ...item, releaseId, linkedBy: actor.personId, linkedAt: clock.now() };
      await this.#write(queries, plan, linked, { actor, action: 'periodPlan.link', detail: { releaseId } });
    });
  }

  async drop(at: ItemAddress, reason: string, actor: Actor): Promise<void> {
    await this.parts.database.transaction(async (queries) => {
      const { plan, item } = await this.#held(queries, at, actor);
      refuseIfAny(this.reasonsToDrop(item, actor));
      const dropped = { ...item, droppedReason: reason };
      await this.#write(queries, plan, dropped, { actor, action: 'periodPlan.drop', detail: { reason } });
    });
  }

  async #held(
    queries: Queries,
    { planId, itemId }: ItemAddress,
    actor: Actor,
  ): Promise<{ readonly plan: PeriodPlan; readonly item: PeriodItem }> {
    const plan = await this.parts.periods.lock(queries, planId);
    if (plan === null || (plan.state === 'draft' && !plansForTheCity(actor)))
      throw new Problem('notFound', [periodRefusal.notFound]);
    const item = plan.items.find(({ id }) => id === itemId);
    if (item === undefined) throw new Problem('notFound', [periodRefusal.itemNotFound]);
    return { plan, item };
  }

  async #write(
    queries: Queries,
    plan: PeriodPlan,
    item: PeriodItem,
    done: {
      readonly actor: Actor;
      readonly action: string;
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { periods, audit, clock } = this.parts;
    const items = plan.items.map((each) => (each.id === item.id ? item : each));
    await periods.write(queries, { ...plan, items, updatedAt: clock.now() });
    await audit.record(queries, {
      ...{ actor: done.actor.personId, action: done.action, subjectKind: 'periodPlan', subjectId: plan.id },
      detail: { itemId: item.id, ...done.detail },
    });
  }
}
