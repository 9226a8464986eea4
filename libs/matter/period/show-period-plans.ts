import { personRefs, type Actor } from '@koujing/access';
import { civilTime, Problem } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import type { LinkedRelease } from '../plan/plan-store.sql.js';
import { csvOf } from './period-csv.js';
import type {
  ItemState,
  PeriodItemView,
  PeriodPlanList,
  PeriodPlanQuery,
  PeriodPlanSummary,
  PeriodPlanView,
} from './period.api.js';
import { countsOf, plansForTheCity, stateOf, type PeriodItem, type PeriodPlan } from './period-plan.js';
import type { PeriodParts } from './period-parts.js';
import { periodRefusal } from './refusal.js';
import type { SavePeriodPlan } from './save-period-plan.js';
import type { SettleItem } from './settle-item.js';

interface ShowParts extends Pick<PeriodParts, 'database' | 'periods' | 'plans' | 'clock'> {
  readonly save: SavePeriodPlan;
  readonly settle: SettleItem;
}

/** What the pages of the period plan read: planned against actual. An issued plan guides every organ, so every organ sees it. */
export class ShowPeriodPlans {
  constructor(private readonly parts: ShowParts) {}

  async page({ page, pageSize }: PeriodPlanQuery, actor: Actor): Promise<PeriodPlanList> {
    const { database, periods, save } = this.parts;
    const drafts = plansForTheCity(actor);
    const { items, total } = await periods.page(database.queries, { drafts, page, pageSize });
    const linked = await this.#linked(items);
    return {
      items: items.map((plan) => this.#summary(plan, linked)),
      ...{ total, page, pageSize },
      actions: { create: { reasons: [...save.reasons(actor)] } },
    };
  }

  async one(id: string, actor: Actor): Promise<PeriodPlanView> {
    const { database, periods, save } = this.parts;
    const { queries } = database;
    const plan = await periods.find(queries, id);
    if (plan === null || (plan.state === 'draft' && !plansForTheCity(actor)))
      throw new Problem('notFound', [periodRefusal.notFound]);
    const linked = await this.#linked([plan]);
    const organ = await organRefs(
      queries,
      plan.items.map(({ organId }) => organId),
    );
    const people = await personRefs(queries, [plan.madeBy]);
    const state = (item: PeriodItem): ItemState => this.#state(item, linked);
    return {
      ...this.#summary(plan, linked),
      keyContent: plan.keyContent,
      madeBy: people(plan.madeBy),
      items: plan.items.map((item) => ({
        ...itemView(item, linked),
        ...{ organ: organ(item.organId), state: state(item) },
        actions: this.#itemActions(plan, item, actor),
      })),
      byOrgan: [...new Set(plan.items.map(({ organId }) => organId))].map((organId) => ({
        organ: organ(organId),
        ...countsOf(plan.items.filter((item) => item.organId === organId).map(state)),
      })),
      actions: {
        revise: { reasons: [...save.reasons(actor)] },
        issue: { reasons: [...save.reasonsToIssue(plan, actor)] },
      },
    };
  }

  async csv(id: string, actor: Actor): Promise<string> {
    return csvOf(await this.one(id, actor));
  }

  #linked(plans: readonly PeriodPlan[]): Promise<readonly LinkedRelease[]> {
    const ids = plans.flatMap(({ items }) => items.flatMap(({ releaseId }) => releaseId ?? []));
    return this.parts.plans.releases(this.parts.database.queries, ids);
  }

  #state(item: PeriodItem, linked: readonly LinkedRelease[]): ItemState {
    const out = linked.some((release) => release.id === item.releaseId && release.out);
    return stateOf(item, out, this.parts.clock.now());
  }

  #summary(plan: PeriodPlan, linked: readonly LinkedRelease[]): PeriodPlanSummary {
    const { id, title, fromMonth, toMonth, state, revision } = plan;
    const counts = countsOf(plan.items.map((item) => this.#state(item, linked)));
    const issuedAt = plan.issuedAt === null ? null : civilTime(plan.issuedAt);
    return { id, title, fromMonth, toMonth, state, counts, issuedAt, revision };
  }

  #itemActions(plan: PeriodPlan, item: PeriodItem, actor: Actor): PeriodItemView['actions'] {
    const { settle } = this.parts;
    return {
      link: { reasons: [...settle.reasonsToLink(plan, item, actor)] },
      drop: { reasons: [...settle.reasonsToDrop(item, actor)] },
    };
  }
}

const itemView = (
  { id, topic, month, form, keyContent, droppedReason, releaseId }: PeriodItem,
  linked: readonly LinkedRelease[],
) => {
  const found = linked.find((release) => release.id === releaseId);
  const releasedAt = found?.releasedAt ?? null;
  return {
    ...{ id, topic, month, form, keyContent, droppedReason },
    release:
      found === undefined
        ? null
        : {
            ...{ id: found.id, number: found.number, title: found.title },
            releasedAt: releasedAt === null ? null : civilTime(releasedAt),
          },
  };
};
