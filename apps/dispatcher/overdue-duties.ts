import type { GapDuty, GapSource } from '@koujing/conflict';
import type { Queries, Rows } from '@koujing/database';
import { dutyOf, type DeadlineRules, type DeadlineStore } from '@koujing/deadline';
import type { IncidentStore } from '@koujing/incident';
import { disclosureRule, overdueDisclosures } from '@koujing/signoff';

/** Clocks whose rule says that their passing is a gap (`gap: true`), as the board takes them. */
export class OverdueDuties implements GapSource {
  readonly #rules: readonly string[];

  constructor(
    private readonly parts: {
      readonly deadlines: DeadlineStore;
      readonly incidents: IncidentStore;
      readonly rules: DeadlineRules;
    },
  ) {
    this.#rules = Object.entries(parts.rules).flatMap(([name, { gap }]) => (gap ? [name] : []));
  }

  passed(now: Date): readonly Rows[] {
    const others = this.#rules.filter((rule) => rule !== disclosureRule);
    const disclosures = this.#rules.filter((rule) => rule === disclosureRule);
    return [
      this.parts.deadlines.overdue(others, now),
      ...disclosures.map((rule) => overdueDisclosures(rule, others, now)),
    ];
  }

  async duties(queries: Queries, of: readonly string[]): Promise<readonly GapDuty[]> {
    const deadlines = await this.parts.deadlines.findAll(queries, of);
    const ids = deadlines
      .filter(({ subject }) => subject.kind === 'incident')
      .map(({ subject }) => subject.id);
    const matters = await this.parts.incidents.mattersOf(queries, ids);
    return deadlines.map((deadline) => ({
      ...{ id: deadline.id, subject: deadline.subject },
      name: deadline.rule,
      ownerOrganId: deadline.organId,
      title: deadline.title,
      ...dutyOf(deadline.terms),
      article: deadline.terms.article,
      dueAt: deadline.dueAt,
      matterId: matters.get(deadline.subject.id) ?? null,
      link: deadline.link,
    }));
  }
}
