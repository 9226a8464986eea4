import type { Provider } from '@nestjs/common';
import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import { HeldRanks, RosterStore } from '@koujing/roster';
import { NumberShelf, NumberStore, SetRuleNumber, ShowRules, type RuleBar } from '@koujing/rule';
import { StaffedChains } from '@koujing/signoff';
import type { CityRules } from './city-rules.js';
import type { Recurring } from './recurring.js';

export type RuleCases = ReturnType<typeof ruleCasesOf>;

/** Whoever set a number looks at once; the others within two seconds. */
const lookEveryMs = 2_000;

/** The city's rules with the numbers that the office sets in the console. */
export const ruleCasesOf = (
  ground: {
    readonly database: Database;
    readonly clock: Clock;
    readonly rules: CityRules;
    readonly people: PersonStore;
    readonly audit: AuditTrail;
  },
  bars: readonly RuleBar[],
) => {
  const { numbers, provenance } = ground.rules;
  const parts = { ...ground, numbers, provenance, store: new NumberStore() };
  const shelf = new NumberShelf(parts);
  return {
    show: new ShowRules(parts),
    set: new SetRuleNumber({ ...parts, shelf, bars }),
    look: () => shelf.look(),
    /** Before anything is judged, and then as long as the process runs. */
    follow: async (recurring: Pick<Recurring, 'every'>): Promise<void> => {
      await shelf.look();
      recurring.every('ruleNumbers', lookEveryMs, () => shelf.look());
    },
  };
};

/** What people and rosters say against a rule beside its own schema. */
export const ruleBarsOf = (ground: {
  readonly clock: Clock;
  readonly organs: OrganStore;
  readonly people: PersonStore;
}): readonly RuleBar[] => [
  new StaffedChains(ground),
  new HeldRanks({ ...ground, roster: new RosterStore() }),
];

export const ruleProviders = (cases: RuleCases): readonly Provider[] => [
  { provide: ShowRules, useValue: cases.show },
  { provide: SetRuleNumber, useValue: cases.set },
];
