import type { Provider } from '@nestjs/common';
import {
  PeriodStore,
  PlanStore,
  SavePeriodPlan,
  SettleItem,
  ShowPeriodPlans,
  type MatterParts,
} from '@koujing/matter';
import type { ReleaseStore } from '@koujing/release';

interface PeriodGround extends Pick<MatterParts, 'database' | 'matters' | 'organs' | 'audit' | 'clock'> {
  readonly releases: ReleaseStore;
}

export type PeriodCases = ReturnType<typeof periodCasesOf>;

/** The office's plan of a period against what was released (Art.37). */
export const periodCasesOf = (ground: PeriodGround) => {
  const parts = { ...ground, periods: new PeriodStore(), plans: new PlanStore() };
  const verbs = { save: new SavePeriodPlan(parts), settle: new SettleItem(parts) };
  return { ...verbs, store: parts.periods, show: new ShowPeriodPlans({ ...parts, ...verbs }) };
};

export const periodProviders = (cases: PeriodCases): readonly Provider[] => [
  { provide: ShowPeriodPlans, useValue: cases.show },
  { provide: SavePeriodPlan, useValue: cases.save },
  { provide: SettleItem, useValue: cases.settle },
];
