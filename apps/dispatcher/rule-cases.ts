import type { Provider } from '@nestjs/common';
import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { NumberShelf, NumberStore, SetRuleNumber, ShowRules } from '@koujing/rule';
import type { CityRules } from './city-rules.js';
import type { Recurring } from './recurring.js';

export type RuleCases = ReturnType<typeof ruleCasesOf>;

/** Whoever set a number looks at once; the others within two seconds. */
const lookEveryMs = 2_000;

/** The city's rules with the numbers that the office sets in the console. */
export const ruleCasesOf = (ground: {
  readonly database: Database;
  readonly clock: Clock;
  readonly rules: CityRules;
  readonly people: PersonStore;
  readonly audit: AuditTrail;
}) => {
  const { numbers, provenance } = ground.rules;
  const parts = { ...ground, numbers, provenance, store: new NumberStore() };
  const shelf = new NumberShelf(parts);
  return {
    show: new ShowRules(parts),
    set: new SetRuleNumber({ ...parts, shelf }),
    look: () => shelf.look(),
    /** Before anything is judged, and then as long as the process runs. */
    follow: async (recurring: Pick<Recurring, 'every'>): Promise<void> => {
      await shelf.look();
      recurring.every('ruleNumbers', lookEveryMs, () => shelf.look());
    },
  };
};

export const ruleProviders = (cases: RuleCases): readonly Provider[] => [
  { provide: ShowRules, useValue: cases.show },
  { provide: SetRuleNumber, useValue: cases.set },
];
