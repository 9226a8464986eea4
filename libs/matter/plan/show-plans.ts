import { mayInSome, personRefs, visibilityOf, type Actor } from '@koujing/access';
import type { DeadlineRules } from '@koujing/deadline';
import { civilTime } from '@koujing/kernel';
import { organRefs, type NameOrgan } from '@koujing/organ';
import type { DecidePlan } from './decide-plan.js';
import type { DraftPlan } from './draft-plan.js';
import { isDone, whatBecame, type EndPlan, type Linked } from './end-plan.js';
import type { LinkPlanPart } from './link-plan-part.js';
import type { PlanList, PlanQuery, PlanView } from './plan.api.js';
import { isOverdue, planDrafters, type PlanPart, type ReleasePlan } from './plan.js';
import { executionRule, type PlanParts } from './plan-parts.js';
import type { ProposePlan } from './propose-plan.js';
import { visiblePlan } from './visible-plan.js';

interface ShowParts extends Pick<PlanParts, 'database' | 'plans' | 'matters' | 'conferences' | 'clock'> {
  readonly rules: DeadlineRules;
  readonly draft: DraftPlan;
  readonly propose: ProposePlan;
  readonly decide: DecidePlan;
  readonly link: LinkPlanPart;
  readonly end: EndPlan;
}

const timeOf = (instant: Date | null): string | null => (instant === null ? null : civilTime(instant));

/** What the plan pages read. */
export class ShowPlans {
  constructor(private readonly parts: ShowParts) {}

  async page(query: PlanQuery, actor: Actor): Promise<PlanList> {
    const { database, plans } = this.parts;
    const { items, total } = await plans.page(database.queries, visibilityOf(actor), query);
    return {
      ...{ items: await this.#views(items, actor), total, page: query.page, pageSize: query.pageSize },
      actions: { draft: { reasons: [...mayInSome(actor, planDrafters)] } },
    };
  }

  async one(id: string, actor: Actor): Promise<PlanView> {
    const { database, plans } = this.parts;
    const plan = visiblePlan(await plans.find(database.queries, id), actor);
    const [view] = await this.#views([plan], actor);
    if (view === undefined) throw new Error(`plan ${id} has no view`);
    return view;
  }

  async #views(found: readonly ReleasePlan[], actor: Actor): Promise<PlanView[]> {
    const { database, matters } = this.parts;
    const { queries } = database;
    const organ = await organRefs(
      queries,
      found.flatMap(({ meetingOrganId, leadOrganId, parts }) => [
        ...[meetingOrganId, leadOrganId],
        ...parts.map(({ organId }) => organId),
      ]),
    );
    const people = await personRefs(
      queries,
      found.flatMap(({ draftedBy, decidedBy }) => [draftedBy, decidedBy ?? '']),
    );
    const linked = await whatBecame(this.parts, queries, found);
    const titles = await matters.all(
      queries,
      found.flatMap(({ matterId }) => matterId ?? []),
    );
    return Promise.all(
      found.map(async (plan) => {
        const matter = titles.find(({ id }) => id === plan.matterId);
        return {
          ...this.#facts(plan),
          ...{ meetingOrgan: organ(plan.meetingOrganId), lead: organ(plan.leadOrganId) },
          draftedBy: people(plan.draftedBy),
          decided: decidedOf(plan, people),
          parts: plan.parts.map((part) => partView(part, { organ, linked, actor })),
          matter: matter === undefined ? null : { id: matter.id, title: matter.title },
          actions: await this.#actions(plan, actor),
        };
      }),
    );
  }

  #facts(plan: ReleasePlan) {
    const { id, meeting, metOn, item, outline, kind, state, endNote, revision } = plan;
    return {
      ...{ id, meeting, metOn, item, outline, kind, state, endNote, revision },
      proposed: { level: plan.proposedLevel, form: plan.proposedForm },
      note: plan.decisionNote,
      dueAt: civilTime(plan.dueAt),
      overdue: isOverdue(plan, this.parts.clock.now()),
      proposedAt: timeOf(plan.proposedAt),
      endedAt: timeOf(plan.endedAt),
      basis: this.parts.rules[executionRule]?.article ?? '',
    };
  }

  async #actions(plan: ReleasePlan, actor: Actor): Promise<PlanView['actions']> {
    const { database, draft, propose, decide, link, end, clock } = this.parts;
    const decision = [...decide.reasons(plan, actor)];
    return {
      revise: { reasons: [...draft.reasons(plan, actor)] },
      propose: { reasons: [...propose.reasons(plan, actor, clock.now())] },
      approve: { reasons: decision },
      return: { reasons: decision },
      link: { reasons: [...link.reasons(plan, actor)] },
      execute: { reasons: [...(await end.reasonsToExecute(database.queries, plan, actor))] },
      lapse: { reasons: [...end.reasonsToLapse(plan, actor)] },
    };
  }
}

const decidedOf = (
  { level, form, decidedBy, decidedAt, leader }: ReleasePlan,
  people: (id: string) => { id: string; name: string },
): PlanView['decided'] =>
  level === null || form === null || decidedBy === null || decidedAt === null
    ? null
    : { level, form, by: people(decidedBy), leader, at: civilTime(decidedAt) };

const partView = (
  part: PlanPart,
  { organ, linked, actor }: { readonly organ: NameOrgan; readonly linked: Linked; readonly actor: Actor },
): PlanView['parts'][number] => {
  const release = linked.releases.find(({ id }) => id === part.releaseId);
  return {
    ...{ id: part.id, kind: part.kind, title: part.title, conferenceNumber: part.conferenceNumber },
    organ: organ(part.organId),
    plannedAt: part.plannedAt === null ? null : civilTime(new Date(part.plannedAt)),
    release:
      release === undefined
        ? null
        : {
            ...{ id: release.id, number: release.number, title: release.title },
            releasedAt: timeOf(release.releasedAt),
          },
    conference: conferenceView(part, linked, actor),
    done: isDone(part, linked),
  };
};

/** A number and its theme are public (Art.40); its page is open only to whose business it is. */
const conferenceView = (
  { conferenceNumber }: PlanPart,
  { conferences }: Linked,
  actor: Actor,
): PlanView['parts'][number]['conference'] => {
  const found = conferences.find(({ number }) => number === conferenceNumber);
  if (found === undefined) return null;
  const visibility = visibilityOf(actor);
  const seen = visibility.all || found.organIds.some((id) => visibility.organIds.includes(id));
  return { id: seen ? found.conferenceId : null, theme: found.theme, standing: found.standing };
};
