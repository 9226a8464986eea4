import type { Provider } from '@nestjs/common';
import { Problem } from '@koujing/kernel';
import { MatterListing } from '@koujing/matter';
import {
  DeadlineActs,
  FindingActs,
  JudgeViolation,
  ReleaseActs,
  ShowViolations,
  ViolationStore,
  WatchViolations,
  type ViolationRules,
} from '@koujing/report';
import type { CityRules } from './city-rules.js';
import type { UseCases } from './use-cases.js';

export type ViolationCases = ReturnType<typeof violationCasesOf>;

/** Violations of Art.39: what the clocks, the board and the ledgers establish. */
export const violationCasesOf = (
  cases: UseCases,
  { violations: rules, deadlines, organs: kinds }: Pick<CityRules, 'violations' | 'deadlines' | 'organs'>,
) => {
  refuseUnknownClocks(rules, Object.keys(deadlines));
  const violations = new ViolationStore();
  const sources = [
    new DeadlineActs(cases.clocks.parts.deadlines, rules),
    new FindingActs(),
    new ReleaseActs(rules),
  ];
  const judge = new JudgeViolation({ ...cases, violations });
  return {
    store: violations,
    sources,
    watch: new WatchViolations({ ...cases, violations, sources, rules, kinds }),
    judge,
    show: new ShowViolations({ ...cases, violations, judge, names: new MatterListing(cases.matters) }),
  };
};

/** A misspelt clock would establish nothing and say nothing. @throws Problem `badInput` with each of them */
const refuseUnknownClocks = (rules: ViolationRules, known: readonly string[]): void => {
  const [first, ...rest] = Object.entries(rules).flatMap(([kind, rule]) =>
    rule.deadlines
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'unknownDeadlineRule',
        message: `violations.${kind}.deadlines 里没有这个时限：${name}。`,
        messageEn: `violations.${kind}.deadlines names an unknown clock: ${name}.`,
        field: `violations.${kind}.deadlines`,
        allowed: known.join('、'),
      })),
  );
  if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
};

export const violationProviders = (cases: ViolationCases): readonly Provider[] => [
  { provide: ShowViolations, useValue: cases.show },
  { provide: JudgeViolation, useValue: cases.judge },
];
