import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { coordinates } from '../may-answer.js';
import { stands, type NumberedConference } from './conference-register.js';
import { decidesHow, isEnded, speaksForLead, type PlanPart, type ReleasePlan } from './plan.js';
import { executionRule, recordPlan, type PlanParts } from './plan-parts.js';
import type { LinkedRelease } from './plan-store.sql.js';
import { planRefusal } from './refusal.js';
import { visiblePlan } from './visible-plan.js';

/** A plan ends by being carried out, every part of it, or by lapsing, with a reason (Art.18 组织实施). */
export class EndPlan {
  constructor(private readonly parts: PlanParts) {}

  async reasonsToExecute(queries: Queries, plan: ReleasePlan, actor: Actor): Promise<readonly Reason[]> {
    if (plan.state !== 'approved') return [planRefusal.wrongState(plan.state)];
    if (!speaksForLead(plan, actor) && !coordinates(actor, plan.leadOrganId))
      return [planRefusal.notOfTheLead];
    const linked = await whatBecame(this.parts, queries, [plan]);
    const open = plan.parts.filter((part) => !isDone(part, linked));
    return open.length === 0 ? [] : [planRefusal.partsOpen(open.map(({ title }) => title))];
  }

  /** Pure. Whoever is late cannot let its own plan lapse. */
  reasonsToLapse(plan: ReleasePlan, actor: Actor): readonly Reason[] {
    if (isEnded(plan)) return [planRefusal.wrongState(plan.state)];
    return decidesHow(plan, actor) === null ? [planRefusal.decidedByLeaders] : [];
  }

  async execute(id: string, actor: Actor): Promise<void> {
    await this.parts.database.transaction(async (queries) => {
      const plan = visiblePlan(await this.parts.plans.lock(queries, id), actor);
      refuseIfAny(await this.reasonsToExecute(queries, plan, actor));
      await this.#end(queries, { ...plan, state: 'executed' }, actor);
    });
  }

  async lapse(id: string, reason: string, actor: Actor): Promise<void> {
    await this.parts.database.transaction(async (queries) => {
      const plan = visiblePlan(await this.parts.plans.lock(queries, id), actor);
      refuseIfAny(this.reasonsToLapse(plan, actor));
      await this.#end(queries, { ...plan, state: 'lapsed', endNote: reason }, actor);
    });
  }

  async #end(queries: Queries, plan: ReleasePlan, actor: Actor): Promise<void> {
    const { plans, end, clock } = this.parts;
    const at = clock.now();
    await plans.write(queries, { ...plan, endedBy: actor.personId, endedAt: at, updatedAt: at });
    await end.perform(queries, {
      ...{ rule: executionRule, subject: { kind: 'plan', id: plan.id }, actor: actor.personId },
      as: plan.state === 'executed' ? 'met' : 'cancelled',
      reason: plan.endNote,
    });
    const action = plan.state === 'executed' ? 'execute' : 'lapse';
    await recordPlan(this.parts, queries, { action, plan, actor, detail: { reason: plan.endNote } });
  }
}

const releaseIdsOf = ({ parts }: Pick<ReleasePlan, 'parts'>): readonly string[] =>
  parts.flatMap(({ releaseId }) => releaseId ?? []);

/** What planned parts became. */
export interface Linked {
  readonly releases: readonly LinkedRelease[];
  readonly conferences: readonly NumberedConference[];
}

export const whatBecame = async (
  { plans, conferences }: Pick<PlanParts, 'plans' | 'conferences'>,
  queries: Queries,
  of: readonly ReleasePlan[],
): Promise<Linked> => {
  const numbers = of.flatMap(({ parts }) => parts.map(({ conferenceNumber }) => conferenceNumber));
  return {
    releases: await plans.releases(queries, of.flatMap(releaseIdsOf)),
    conferences: await conferences.numbered(
      queries,
      numbers.filter((number) => number !== ''),
    ),
  };
};

/** Its release is before the public, or its conference has a number that still stands (Art.32). */
export const isDone = (part: PlanPart, { releases, conferences }: Linked): boolean =>
  conferences.some((each) => each.number === part.conferenceNumber && stands(each)) ||
  releases.some(({ id, out }) => id === part.releaseId && out);
