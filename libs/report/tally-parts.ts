import type { ShowRoutineDuties } from '@koujing/conference';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { KindRules, OrganStore } from '@koujing/organ';
import type { ReportRules } from './report-rules.js';
import type { Counted, TallyStore } from './tally.sql.js';
import type { ViolationStore } from './violation-store.sql.js';

/** What the counted reports work with. */
export interface TallyParts {
  readonly database: Database;
  readonly organs: OrganStore;
  readonly tally: TallyStore;
  readonly violations: ViolationStore;
  readonly routine: ShowRoutineDuties;
  readonly kinds: KindRules;
  readonly reports: ReportRules;
  readonly clock: Clock;
}

/** Kind → number, of one organ or of all. */
export const countsOf = (rows: readonly Counted[], organId?: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows)
    if (organId === undefined || row.organId === organId)
      counts[row.kind] = (counts[row.kind] ?? 0) + row.count;
  return counts;
};

export const totalOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
