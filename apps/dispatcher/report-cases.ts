import type { Provider, Type } from '@nestjs/common';
import type { ShowRoutineDuties } from '@koujing/conference';
import { ShowAnnualSection, ShowBulletin, TallyStore, ViolationStore } from '@koujing/report';
import { TallyController } from '../../libs/report/tally.controller.js';
import { ViolationController } from '../../libs/report/violation.controller.js';
import type { CityRules } from './city-rules.js';
import type { UseCases } from './use-cases.js';

/** The counted reports (Art.38, 42). */
export const reportCasesOf = (
  cases: UseCases,
  routine: ShowRoutineDuties,
  { organs: kinds, reports }: Pick<CityRules, 'organs' | 'reports'>,
) => {
  const parts = {
    ...{ ...cases, routine, kinds, reports },
    ...{ tally: new TallyStore(), violations: new ViolationStore() },
  };
  return { bulletin: new ShowBulletin(parts), annual: new ShowAnnualSection(parts) };
};

export const reportControllers: readonly Type[] = [ViolationController, TallyController];

export const reportProviders = (cases: ReturnType<typeof reportCasesOf>): readonly Provider[] => [
  { provide: ShowBulletin, useValue: cases.bulletin },
  { provide: ShowAnnualSection, useValue: cases.annual },
];
