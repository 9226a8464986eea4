import type { Provider } from '@nestjs/common';
import {
  DeadlineActs,
  FindingActs,
  InterviewActs,
  JudgeViolation,
  ReleaseActs,
  ShowViolations,
  StrayActs,
  ViolationStore,
  WatchViolations,
} from '@koujing/report';
import type { CityRules } from './city-rules.js';
import type { UseCases } from './use-cases.js';

export type ViolationCases = ReturnType<typeof violationCasesOf>;

/** Violations of Art.39: what the clocks, the board and the ledgers establish. */
export const violationCasesOf = (
  cases: UseCases,
  { violations: rules, interviews, organs: kinds }: Pick<CityRules, 'violations' | 'interviews' | 'organs'>,
) => {
  const violations = new ViolationStore();
  const sources = [
    new DeadlineActs(cases.clocks.parts.deadlines, rules),
    new FindingActs(),
    new InterviewActs(interviews.ageAlarm),
    new ReleaseActs(rules, cases.authorisations),
    new StrayActs(),
  ];
  const judge = new JudgeViolation({ ...cases, violations });
  return {
    store: violations,
    sources,
    watch: new WatchViolations({ ...cases, violations, sources, rules, kinds }),
    judge,
    show: new ShowViolations({ ...cases, violations, judge }),
  };
};

export const violationProviders = (cases: ViolationCases): readonly Provider[] => [
  { provide: ShowViolations, useValue: cases.show },
  { provide: JudgeViolation, useValue: cases.judge },
];
