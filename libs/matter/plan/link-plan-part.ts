import { refuseIfAny, servesAs, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import { visibleRelease } from '@koujing/release';
import { coordinates } from '../may-answer.js';
import { stands } from './conference-register.js';
import type { LinkPartInput } from './plan.api.js';
import type { PlanPart, ReleasePlan } from './plan.js';
import { recordPlan, type PlanParts } from './plan-parts.js';
import { planRefusal } from './refusal.js';
import { visiblePlan } from './visible-plan.js';

/** What was planned meets what became of it: a release, or a conference under its number. */
export class LinkPlanPart {
  constructor(private readonly parts: PlanParts) {}

  /** Pure: what bars this person from linking any part. */
  reasons(plan: ReleasePlan, actor: Actor): readonly Reason[] {
    if (plan.state !== 'approved') return [planRefusal.wrongState(plan.state)];
    const involved = [plan.leadOrganId, ...plan.parts.map(({ organId }) => organId)];
    const ours = involved.some((id) => servesAs(actor, ['drafter', 'approver', 'spokesperson'], id));
    return ours || coordinates(actor, plan.leadOrganId) ? [] : [planRefusal.notOfTheLead];
  }

  async perform(
    { planId, partId }: { readonly planId: string; readonly partId: string },
    input: LinkPartInput,
    actor: Actor,
  ): Promise<void> {
    const { database, plans, releases, clock } = this.parts;
    await database.transaction(async (queries) => {
      const plan = visiblePlan(await plans.lock(queries, planId), actor);
      refuseIfAny(this.reasons(plan, actor));
      const part = plan.parts.find(({ id }) => id === partId);
      if (part === undefined) throw new Problem('notFound', [planRefusal.unknownPart(partId)]);
      let linked: PlanPart;
      if ('releaseId' in input) {
        const release = await visibleRelease(releases, queries, actor, input.releaseId);
        const theirs = [release.organId, ...release.jointOrganIds].includes(part.organId);
        refuseIfAny(theirs ? [] : [planRefusal.releaseElsewhere]);
        linked = { ...part, releaseId: release.id };
      } else {
        refuseIfAny(await this.#conferenceReasons(queries, part, input.conferenceNumber));
        linked = { ...part, conferenceNumber: input.conferenceNumber };
      }
      const parts = plan.parts.map((each) => (each.id === partId ? linked : each));
      await plans.write(queries, { ...plan, parts, updatedAt: clock.now() });
      await recordPlan(this.parts, queries, { action: 'link', plan, actor, detail: { partId, ...input } });
    });
  }

  /** A number that somebody was given, that still stands, and of a conference that this organ holds or speaks at. */
  async #conferenceReasons(queries: Queries, part: PlanPart, number: string): Promise<readonly Reason[]> {
    if (part.kind !== 'conference') return [planRefusal.notAConference];
    const [found] = await this.parts.conferences.numbered(queries, [number]);
    if (found === undefined) return [planRefusal.unknownConference(number)];
    if (!stands(found)) return [planRefusal.conferenceVoid(number)];
    return found.organIds.includes(part.organId) ? [] : [planRefusal.conferenceElsewhere];
  }
}
