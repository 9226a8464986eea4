import type { Span } from '@koujing/calendar';
import type { ShowRoutineDuties } from '@koujing/conference';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { KindRules, OrganStore } from '@koujing/organ';
import type { ReportRules } from './report-rules.js';
import { matches, type Counted, type Cut, type Filter, type Measure } from './figures/figure.js';
import type { Figures } from './figures/figures.js';

/** What the counted reports work with. */
export interface TallyParts {
  readonly database: Database;
  readonly organs: OrganStore;
  readonly figures: Figures;
  readonly routine: ShowRoutineDuties;
  readonly kinds: KindRules;
  readonly reports: ReportRules;
  readonly clock: Clock;
}

/** What is counted of a span, each measure once. Who reads an own line reads all of it: nothing is left out for the reader. */
export const tallied = (
  { database, figures, clock }: Pick<TallyParts, 'database' | 'figures' | 'clock'>,
  span: Span,
  measures: readonly Measure[],
): Promise<readonly Counted[]> => {
  const asked = { span, now: clock.now(), seen: { all: true } } as const;
  return database.late('reportFigures', async (queries) => {
    const counted: Counted[] = [];
    for (const measure of measures) counted.push(...(await figures.count(queries, measure, { asked })));
    return counted;
  });
};

/** What agrees with the filter, told apart by one cut: kind → number. */
export const countsBy = (cut: Cut, counted: readonly Counted[], filter: Filter): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const each of counted)
    if (matches(each, filter)) counts[each[cut]] = (counts[each[cut]] ?? 0) + each.count;
  return counts;
};
