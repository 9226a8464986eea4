import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, Problem, type Reason } from '@koujing/kernel';
import { organsOf } from '../matter.js';
import { matterRefusal } from '../refusal.js';
import type { PlanInput, RevisePlanInput } from './plan.api.js';
import { draftsForLead, isWritable, type PlanPart, type ReleasePlan } from './plan.js';
import { recordPlan, type PlanParts } from './plan-parts.js';
import { planRefusal } from './refusal.js';
import { visiblePlan } from './visible-plan.js';

/** The lead organ writes down what it wants to release of what the meeting decided (Art.18), and writes it anew when it came back. */
export class DraftPlan {
  constructor(private readonly parts: PlanParts) {}

  /** Pure: what bars this person from writing this plan. */
  reasons(plan: ReleasePlan, actor: Actor): readonly Reason[] {
    if (!isWritable(plan)) return [planRefusal.wrongState(plan.state)];
    return draftsForLead(plan.leadOrganId, actor) ? [] : [planRefusal.notOfTheLead];
  }

  /** @returns the id of the new plan */
  perform(input: PlanInput, actor: Actor): Promise<string> {
    const { database, plans, clock } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(draftsForLead(input.leadOrganId, actor) ? [] : [planRefusal.notOfTheLead]);
      refuseIfAny(await this.#wrong(queries, input, []));
      const plan = planOf(input, actor, clock.now());
      await plans.insert(queries, plan);
      await recordPlan(this.parts, queries, { action: 'draft', plan, actor, detail: { ...input } });
      return plan.id;
    });
  }

  async revise(id: string, { expectedRevision, plan: input }: RevisePlanInput, actor: Actor): Promise<void> {
    const { database, plans, clock } = this.parts;
    await database.transaction(async (queries) => {
      const before = visiblePlan(await plans.lock(queries, id), actor);
      refuseIfAny(this.reasons(before, actor));
      if (before.revision !== expectedRevision) throw new Problem('stale', [planRefusal.stale]);
      // A plan does not change hands by an edit: whoever leads it next must be allowed to write it, too.
      refuseIfAny(draftsForLead(input.leadOrganId, actor) ? [] : [planRefusal.notOfTheLead]);
      refuseIfAny(await this.#wrong(queries, input, before.parts));
      const plan = { ...before, ...contentOf(input, before.parts), updatedAt: clock.now() };
      await plans.write(queries, plan);
      await recordPlan(this.parts, queries, { action: 'revise', plan, actor, detail: { ...input } });
    });
  }

  async #wrong(queries: Queries, input: PlanInput, known: readonly PlanPart[]): Promise<readonly Reason[]> {
    const { organs, matters, clock } = this.parts;
    const all = new Map((await organs.all(queries)).map((organ) => [organ.id, organ]));
    const named = [
      [input.meetingOrganId, 'meetingOrganId'],
      [input.leadOrganId, 'leadOrganId'],
      ...input.parts.map(({ organId }) => [organId, 'parts'] as const),
    ] as const;
    const unknown = named.filter(([organId]) => !all.has(organId));
    if (unknown.length > 0) return unknown.map(([id, field]) => matterRefusal.unknownOrgan(id, field));
    const matter = input.matterId === null ? null : await matters.find(queries, input.matterId);
    const foreign = matter === null ? input.matterId !== null : !organsOf(matter).includes(input.leadOrganId);
    return [
      ...(all.get(input.meetingOrganId)?.level === 'city' ? [] : [planRefusal.notCityLevel]),
      ...(Date.parse(input.dueAt) > clock.now().getTime() ? [] : [planRefusal.dueInThePast]),
      ...(foreign ? [planRefusal.matterElsewhere] : []),
      ...input.parts
        .filter(({ id }) => id !== undefined && !known.some((part) => part.id === id))
        .map(({ id = '' }) => planRefusal.unknownPart(id)),
    ];
  }
}

/** What a person writes; a part that is known keeps what it was linked to. */
const contentOf = (input: PlanInput, known: readonly PlanPart[]) => ({
  ...{ meetingOrganId: input.meetingOrganId, meeting: input.meeting, metOn: input.metOn },
  ...{ item: input.item, leadOrganId: input.leadOrganId, outline: input.outline, kind: input.kind },
  ...{ proposedLevel: input.level, proposedForm: input.form, dueAt: new Date(input.dueAt) },
  matterId: input.matterId,
  parts: input.parts.map(({ id, ...part }): PlanPart => {
    const before = known.find((each) => each.id === id);
    const { releaseId = null, conferenceNumber = '' } = before ?? {};
    return { id: before?.id ?? newId(), ...part, releaseId, conferenceNumber };
  }),
});

const planOf = (input: PlanInput, actor: Actor, now: Date): ReleasePlan => ({
  id: newId(),
  ...contentOf(input, []),
  ...{ level: null, form: null, state: 'draft', draftedBy: actor.personId },
  ...{ proposedBy: null, proposedAt: null, decidedBy: null, decidedAt: null, leader: '', decisionNote: '' },
  ...{ endedBy: null, endedAt: null, endNote: '' },
  ...{ revision: 1, createdAt: now, updatedAt: now },
});
