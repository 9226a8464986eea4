import type { Provider } from '@nestjs/common';
import type { PersonStore } from '@koujing/access';
import { EndDeadline, StartDeadline, type DeadlineParts } from '@koujing/deadline';
import {
  AcknowledgeDirective,
  DirectiveClocks,
  DirectiveListing,
  DirectiveStore,
  FulfilDirective,
  IssueDirective,
  ShowDirectives,
  WithdrawDirective,
  type MatterParts,
  type OpenMatter,
  type StateLine,
} from '@koujing/matter';
import type { Notifier } from '@koujing/notify';
import type { ReleaseStore } from '@koujing/release';

interface DirectiveGround extends Pick<
  MatterParts,
  'database' | 'matters' | 'matterFollowers' | 'organs' | 'audit' | 'clock'
> {
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly releases: ReleaseStore;
  readonly deadlines: DeadlineParts;
  readonly matter: { readonly open: OpenMatter; readonly state: StateLine };
}

export type DirectiveCases = ReturnType<typeof directiveCasesOf>;

/** The orders of superiors (Art.39(5)). */
export const directiveCasesOf = ({ deadlines, matter, ...ground }: DirectiveGround) => {
  const directives = new DirectiveStore();
  const clocks = new DirectiveClocks({
    start: new StartDeadline(deadlines),
    end: new EndDeadline(deadlines),
    rules: deadlines.rules,
    calendar: deadlines.calendar,
  });
  const parts = { ...ground, directives, clocks, openMatter: matter.open, stateLine: matter.state };
  const verbs = {
    issue: new IssueDirective(parts),
    acknowledge: new AcknowledgeDirective(parts),
    fulfil: new FulfilDirective(parts),
    withdraw: new WithdrawDirective(parts),
  };
  return {
    ...verbs,
    store: directives,
    show: new ShowDirectives({ ...parts, ...verbs, listing: new DirectiveListing() }),
  };
};

export const directiveProviders = (cases: DirectiveCases): readonly Provider[] => [
  { provide: ShowDirectives, useValue: cases.show },
  { provide: IssueDirective, useValue: cases.issue },
  { provide: AcknowledgeDirective, useValue: cases.acknowledge },
  { provide: FulfilDirective, useValue: cases.fulfil },
  { provide: WithdrawDirective, useValue: cases.withdraw },
];
