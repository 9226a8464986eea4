import type { Provider, Type } from '@nestjs/common';
import { routineDutyRules, type ShowRoutineDuties } from '@koujing/conference';
import {
  ExportReport,
  FigureStore,
  Figures,
  FreezeReport,
  FrozenStore,
  ShowAnnualSection,
  ShowBulletin,
  ShowFrozen,
  ShowReport,
} from '@koujing/report';
import { RosterStore } from '@koujing/roster';
import { ReportController, ReportFileController } from '../../libs/report/report.controller.js';
import { TallyController } from '../../libs/report/tally.controller.js';
import { ViolationController } from '../../libs/report/violation.controller.js';
import type { CityRules } from './city-rules.js';
import type { UseCases } from './use-cases.js';

export type ReportCases = ReturnType<typeof reportCasesOf>;

/** The counted reports (Art.15, 38, 42). */
export const reportCasesOf = (cases: UseCases, routine: ShowRoutineDuties, rules: CityRules) => {
  const { organs: kinds, reports, deadlines } = rules;
  const store = new FigureStore();
  const own = { ...cases, routine, kinds, rosterRules: rules.roster, roster: new RosterStore(), store };
  const figures = new Figures(own);
  const parts = {
    ...{ ...own, figures, reports, deadlines, frozen: new FrozenStore() },
    duties: routineDutyRules(rules.conference, deadlines),
  };
  const freeze = new FreezeReport(parts);
  return {
    ...{ figures, freeze },
    bulletin: new ShowBulletin(parts),
    annual: new ShowAnnualSection(parts),
    show: new ShowReport({ ...parts, freeze }),
    showFrozen: new ShowFrozen(parts),
    files: new ExportReport(parts),
  };
};

export const reportControllers: readonly Type[] = [
  ViolationController,
  TallyController,
  ReportController,
  ReportFileController,
];

export const reportProviders = (cases: ReportCases): readonly Provider[] => [
  { provide: ShowBulletin, useValue: cases.bulletin },
  { provide: ShowAnnualSection, useValue: cases.annual },
  { provide: ShowReport, useValue: cases.show },
  { provide: ShowFrozen, useValue: cases.showFrozen },
  { provide: FreezeReport, useValue: cases.freeze },
  { provide: ExportReport, useValue: cases.files },
];
