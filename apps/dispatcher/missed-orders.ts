import type { GapDuty, GapSource, PassedDuty } from '@koujing/conflict';
import type { Queries, Rows } from '@koujing/database';
import { dutyOf, type DeadlineRules } from '@koujing/deadline';
import { executionRule, fulfilmentRule, type DirectiveStore, type PlanStore } from '@koujing/matter';

/**
 * Plans and orders to release whose hour passed and whose matter does not tell it: it is another organ's, or has another hour
 * (Art.15, 18, 39(5)). Where the matter tells it, the board has its gap already.
 */
export class MissedOrders implements GapSource {
  constructor(
    private readonly parts: {
      readonly plans: PlanStore;
      readonly directives: DirectiveStore;
      readonly rules: DeadlineRules;
    },
  ) {}

  passed(now: Date): readonly Rows[] {
    const { plans, directives } = this.parts;
    return [plans.missed(executionRule, now), directives.missed(fulfilmentRule, now)];
  }

  async duties(queries: Queries, ids: readonly string[]): Promise<readonly GapDuty[]> {
    const { plans, directives } = this.parts;
    return [
      ...(await plans.findAll(queries, ids)).map((plan) => ({
        ...{ ...ofPlan(plan), ...this.#words(executionRule), title: plan.item },
        ...{ matterId: plan.matterId, link: `/plans/${plan.id}` },
      })),
      ...(await directives.findAll(queries, ids)).map((directive) => ({
        ...{ ...ofDirective(directive), ...this.#words(fulfilmentRule), title: directive.title },
        ...{ matterId: directive.matterId, link: `/directives/${directive.id}` },
      })),
    ];
  }

  #words(rule: string): Pick<GapDuty, 'duty' | 'dutyEn' | 'article'> {
    const terms = this.parts.rules[rule];
    return { ...dutyOf(terms ?? { title: '' }), article: terms?.article ?? '' };
  }
}

type Found<Store extends { readonly findAll: (...asked: never) => Promise<readonly unknown[]> }> = Awaited<
  ReturnType<Store['findAll']>
>[number];

const ofPlan = ({ id, leadOrganId, dueAt }: Found<PlanStore>): PassedDuty => ({
  ...{ id, subject: { kind: 'plan', id }, name: executionRule },
  ...{ ownerOrganId: leadOrganId, dueAt },
});

const ofDirective = ({ id, toOrganId, dueAt }: Found<DirectiveStore>): PassedDuty => ({
  ...{ id, subject: { kind: 'directive', id }, name: fulfilmentRule },
  ...{ ownerOrganId: toOrganId, dueAt },
});
