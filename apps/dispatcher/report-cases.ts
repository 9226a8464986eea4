import type { Provider, Type } from '@nestjs/common';
import { routineDutyRules, type ShowRoutineDuties } from '@koujing/conference';
import { DescribeFinding } from '@koujing/conflict';
import {
  DigestStore,
  ExportReport,
  FileFinding,
  FigureStore,
  Figures,
  FreezeReport,
  FrozenStore,
  ShowAnnualSection,
  ShowBulletin,
  ShowDigests,
  ShowFrozen,
  ShowReport,
  TellDigest,
} from '@koujing/report';
import { RosterStore } from '@koujing/roster';
import {
  DigestController,
  FindingFileController,
  ReportController,
  ReportFileController,
} from '../../libs/report/report.controller.js';
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
  const daily = {
    ...{ digests: new DigestStore(), describe: new DescribeFinding(cases) },
    ...{ notifier: cases.notifier, calendar: cases.clocks.parts.calendar },
  };
  return {
    ...{ figures, freeze, describe: daily.describe },
    bulletin: new ShowBulletin(parts),
    annual: new ShowAnnualSection(parts),
    show: new ShowReport({ ...parts, freeze }),
    showFrozen: new ShowFrozen(parts),
    files: new ExportReport(parts),
    tellDigest: new TellDigest({ ...parts, ...daily }),
    showDigests: new ShowDigests({ ...parts, ...daily }),
    fileFinding: new FileFinding({ ...cases, describe: daily.describe }),
  };
};

export const reportControllers: readonly Type[] = [
  ViolationController,
  TallyController,
  ReportController,
  ReportFileController,
  DigestController,
  FindingFileController,
];

export const reportProviders = (cases: ReportCases): readonly Provider[] => [
  { provide: ShowBulletin, useValue: cases.bulletin },
  { provide: ShowAnnualSection, useValue: cases.annual },
  { provide: ShowReport, useValue: cases.show },
  { provide: ShowFrozen, useValue: cases.showFrozen },
  { provide: FreezeReport, useValue: cases.freeze },
  { provide: ExportReport, useValue: cases.files },
  { provide: ShowDigests, useValue: cases.showDigests },
  { provide: FileFinding, useValue: cases.fileFinding },
];
