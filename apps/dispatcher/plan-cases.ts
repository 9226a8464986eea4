import type { Provider } from '@nestjs/common';
import { RegisterOfConferences } from '@koujing/conference';
import { EndDeadline, StartDeadline, type DeadlineParts } from '@koujing/deadline';
import {
  DecidePlan,
  DraftPlan,
  EndPlan,
  LinkPlanPart,
  PlanStore,
  ProposePlan,
  ShowPlans,
  type MatterParts,
  type OpenMatter,
} from '@koujing/matter';
import type { ReleaseStore } from '@koujing/release';

interface PlanGround extends Pick<
  MatterParts,
  'database' | 'matters' | 'matterFollowers' | 'organs' | 'audit' | 'clock'
> {
  readonly releases: ReleaseStore;
  readonly deadlines: DeadlineParts;
  readonly matter: { readonly open: OpenMatter };
}

export type PlanCases = ReturnType<typeof planCasesOf>;

/** Release plans of meeting matters (Art.18). */
export const planCasesOf = ({ deadlines, matter, ...ground }: PlanGround) => {
  const plans = new PlanStore();
  const conferences = new RegisterOfConferences();
  const parts = {
    ...{ ...ground, plans, conferences, openMatter: matter.open },
    start: new StartDeadline(deadlines),
    end: new EndDeadline(deadlines),
  };
  const verbs = {
    draft: new DraftPlan(parts),
    propose: new ProposePlan(parts),
    decide: new DecidePlan(parts),
    link: new LinkPlanPart(parts),
    end: new EndPlan(parts),
  };
  const { database, matters, clock } = ground;
  const { rules } = deadlines;
  return {
    ...verbs,
    store: plans,
    show: new ShowPlans({ ...verbs, ...{ database, matters, clock, plans, conferences, rules } }),
  };
};

export const planProviders = (cases: PlanCases): readonly Provider[] => [
  { provide: ShowPlans, useValue: cases.show },
  { provide: DraftPlan, useValue: cases.draft },
  { provide: ProposePlan, useValue: cases.propose },
  { provide: DecidePlan, useValue: cases.decide },
  { provide: LinkPlanPart, useValue: cases.link },
  { provide: EndPlan, useValue: cases.end },
];
