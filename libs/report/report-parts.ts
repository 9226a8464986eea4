import type { AuditTrail } from '@koujing/audit';
import type { PersonStore } from '@koujing/access';
import type { Database } from '@koujing/database';
import type { DeadlineRules } from '@koujing/deadline';
import type { Clock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { FigureStore } from './figures/figure-store.sql.js';
import type { Figures } from './figures/figures.js';
import type { FrozenStore } from './frozen/frozen-store.sql.js';
import type { ReportRules } from './report-rules.js';

/** What the reports of the console work with. */
export interface ReportParts {
  readonly database: Database;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly audit: AuditTrail;
  readonly figures: Figures;
  readonly store: FigureStore;
  readonly frozen: FrozenStore;
  readonly reports: ReportRules;
  readonly deadlines: DeadlineRules;
  /** Rules of the routine duties that this city asks for (Art.29). */
  readonly duties: readonly string[];
  readonly clock: Clock;
}
