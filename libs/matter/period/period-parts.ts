import type { ReleaseStore } from '@koujing/release';
import type { MatterParts } from '../matter-parts.js';
import type { PlanStore } from '../plan/plan-store.sql.js';
import type { PeriodStore } from './period-store.sql.js';

/** What the verbs of period plans work with. */
export interface PeriodParts extends Pick<MatterParts, 'database' | 'organs' | 'audit' | 'clock'> {
  readonly periods: PeriodStore;
  readonly releases: ReleaseStore;
  /** Reads what is out among linked releases. */
  readonly plans: Pick<PlanStore, 'releases'>;
}
