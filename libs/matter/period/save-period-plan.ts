import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, Problem, type Reason } from '@koujing/kernel';
import { matterRefusal } from '../refusal.js';
import type { PeriodPlanInput, RevisePeriodPlanInput } from './period.api.js';
import { plansForTheCity, type PeriodItem, type PeriodPlan } from './period-plan.js';
import type { PeriodParts } from './period-parts.js';
import { periodRefusal } from './refusal.js';

/** The office writes what the city means to release in a period, and goes on writing while it runs (Art.37). */
export class SavePeriodPlan {
  constructor(private readonly parts: PeriodParts) {}

  /** Pure: what bars this person from planning at all. */
  reasons(actor: Actor): readonly Reason[] {
    return plansForTheCity(actor) ? [] : [periodRefusal.officeOnly];
  }

  /** @returns the id of the new plan */
  perform(input: PeriodPlanInput, actor: Actor): Promise<string> {
    const { database, periods, clock } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(this.reasons(actor));
      refuseIfAny(await this.#wrong(queries, input, []));
      const now = clock.now();
      const plan: PeriodPlan = {
        id: newId(),
        ...contentOf(input, []),
        ...{ state: 'draft', madeBy: actor.personId, issuedBy: null, issuedAt: null },
        ...{ revision: 1, createdAt: now, updatedAt: now },
      };
      await periods.insert(queries, plan);
      await this.#record(queries, 'periodPlan.draft', plan, actor);
      return plan.id;
    });
  }

  async revise(
    id: string,
    { expectedRevision, plan: input }: RevisePeriodPlanInput,
    actor: Actor,
  ): Promise<void> {
    const { database, periods, clock } = this.parts;
    await database.transaction(async (queries) => {
      refuseIfAny(this.reasons(actor));
      const before = await periods.lock(queries, id);
      if (before === null) throw new Problem('notFound', [periodRefusal.notFound]);
      if (before.revision !== expectedRevision) throw new Problem('stale', [periodRefusal.stale]);
      refuseIfAny(await this.#wrong(queries, input, before.items));
      refuseIfAny(before.state === 'issued' ? removed(input, before.items) : []);
      const plan = { ...before, ...contentOf(input, before.items), updatedAt: clock.now() };
      await periods.write(queries, plan);
      await this.#record(queries, 'periodPlan.revise', plan, actor);
    });
  }

  /** From now on every organ sees it and is held to it. */
  async issue(id: string, actor: Actor): Promise<void> {
    const { database, periods, clock } = this.parts;
    await database.transaction(async (queries) => {
      const before = await periods.lock(queries, id);
      if (before === null) throw new Problem('notFound', [periodRefusal.notFound]);
      refuseIfAny(this.reasonsToIssue(before, actor));
      const at = clock.now();
      const plan = {
        ...before,
        state: 'issued',
        issuedBy: actor.personId,
        issuedAt: at,
        updatedAt: at,
      } as const;
      await periods.write(queries, plan);
      await this.#record(queries, 'periodPlan.issue', plan, actor);
    });
  }

  /** Pure. */
  reasonsToIssue(plan: PeriodPlan, actor: Actor): readonly Reason[] {
    if (plan.state === 'issued') return [...this.reasons(actor), periodRefusal.issued];
    return [...this.reasons(actor), ...(plan.items.length === 0 ? [periodRefusal.noItems] : [])];
  }

  async #wrong(
    queries: Queries,
    input: PeriodPlanInput,
    known: readonly PeriodItem[],
  ): Promise<readonly Reason[]> {
    const { fromMonth, toMonth, items } = input;
    const organs = new Set((await this.parts.organs.all(queries)).map(({ id }) => id));
    return [
      ...(fromMonth > toMonth ? [periodRefusal.monthsReversed] : []),
      ...items
        .filter(({ organId }) => !organs.has(organId))
        .map(({ organId }) => matterRefusal.unknownOrgan(organId, 'items')),
      ...items
        .filter(({ month }) => month < fromMonth || month > toMonth)
        .map(({ topic }) => periodRefusal.monthOutside(topic, fromMonth, toMonth)),
      ...items
        .filter(({ id }) => id !== undefined && !known.some((item) => item.id === id))
        .map(({ id = '' }) => periodRefusal.unknownItem(id)),
    ];
  }

  #record(queries: Queries, action: string, plan: PeriodPlan, actor: Actor): Promise<void> {
    const { title, fromMonth, toMonth, keyContent, items } = plan;
    return this.parts.audit.record(queries, {
      ...{ actor: actor.personId, action, subjectKind: 'periodPlan', subjectId: plan.id },
      detail: { title, fromMonth, toMonth, keyContent, items },
    });
  }
}

/** What was issued does not vanish: it is dropped, with a reason. */
const removed = ({ items }: PeriodPlanInput, known: readonly PeriodItem[]): readonly Reason[] =>
  known
    .filter(({ id }) => !items.some((item) => item.id === id))
    .map(({ topic }) => periodRefusal.itemGone(topic));

const contentOf = (input: PeriodPlanInput, known: readonly PeriodItem[]) => ({
  ...{ title: input.title, fromMonth: input.fromMonth, toMonth: input.toMonth, keyContent: input.keyContent },
  items: input.items.map(({ id, ...item }): PeriodItem => {
    const before = known.find((each) => each.id === id);
    return {
      id: before?.id ?? newId(),
      ...item,
      droppedReason: before?.droppedReason ?? null,
      releaseId: before?.releaseId ?? null,
      linkedBy: before?.linkedBy ?? null,
      linkedAt: before?.linkedAt ?? null,
    };
  }),
});
