import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { EndDeadline, StartDeadline } from '@koujing/deadline';
import type { ReleaseStore } from '@koujing/release';
import type { MatterParts } from '../matter-parts.js';
import type { OpenMatter } from '../open-matter.js';
import type { ConferenceRegister } from './conference-register.js';
import type { ReleasePlan } from './plan.js';
import type { PlanStore } from './plan-store.sql.js';

/** What the verbs of plans work with. */
export interface PlanParts extends Pick<
  MatterParts,
  'database' | 'matters' | 'matterFollowers' | 'organs' | 'audit' | 'clock'
> {
  readonly plans: PlanStore;
  readonly releases: ReleaseStore;
  readonly conferences: ConferenceRegister;
  readonly openMatter: OpenMatter;
  readonly start: StartDeadline;
  readonly end: EndDeadline;
}

export const executionRule = 'planExecution';

/** Every change of a plan leaves its entry. */
export const recordPlan = async (
  { audit }: Pick<PlanParts, 'audit'>,
  queries: Queries,
  {
    action,
    plan,
    actor,
    detail,
  }: {
    readonly action: string;
    readonly plan: Pick<ReleasePlan, 'id'>;
    readonly actor: Actor;
    readonly detail: Readonly<Record<string, unknown>>;
  },
): Promise<void> =>
  audit.record(queries, {
    actor: actor.personId,
    action: `plan.${action}`,
    subjectKind: 'plan',
    subjectId: plan.id,
    detail,
  });
