import { refuseIfAny, type Actor } from '@koujing/access';
import { Problem, type Reason } from '@koujing/kernel';
import type { ReviseConferenceInput } from './conference.api.js';
import { isApproved, isOver, isPlanned, type Conference, type ConferencePlan } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { changedFacts, voids } from './facts.js';
import { mayPrepare } from './may-act.js';
import { planOfInput } from './plan-of-input.js';
import { conferenceRefusal } from './refusal.js';
import { heldConference } from './visible-conference.js';
import { registeredAnew, voidApproval } from './void-approval.js';

/**
 * Changes the plan. Once it is approved, a change of time, place or content voids the approval and a new registration
 * begins (Art.32); what else changes is kept without asking anybody again.
 */
export class ReviseConference {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure: what bars this person from changing it at all. */
  reasons(conference: Conference, actor: Actor): readonly Reason[] {
    if (isOver(conference)) return [conferenceRefusal.wrongState(conference.state)];
    return mayPrepare(actor, conference.organId);
  }

  async perform(id: string, input: ReviseConferenceInput, actor: Actor): Promise<void> {
    const { database, conferences, clocks, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const before = await heldConference(conferences, queries, actor, id);
      refuseIfAny(this.reasons(before, actor));
      if (before.revision !== input.expectedRevision) throw new Problem('stale', [conferenceRefusal.stale]);
      const planned = await planOfInput(this.parts, queries, {
        ...{ input: input.conference, actor },
        kept: before.incidentId,
      });
      if ('reasons' in planned) throw refused(planned.reasons);
      refuseIfAny([...mayPrepare(actor, planned.plan.organId), ...fixed(before, planned.plan)]);
      const after: Conference = { ...before, ...planned.plan, updatedAt: clock.now() };
      const changes = changedFacts(before, after);
      const anew = !isPlanned(before) && voids(isApproved(before), changes);
      const names = changes.map(({ fact }) => factNames[fact]).join('、');
      const standing = anew
        ? await voidApproval(this.parts, queries, after, { reason: `${names}有变更。`, changes, actor })
        : after;
      const written = await conferences.write(queries, anew ? registeredAnew(standing) : standing);
      if (isPlanned(written)) await clocks.planned(queries, written, actor);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.revise',
        subjectKind: 'conference',
        subjectId: id,
        detail: { changes, registration: written.registration },
      });
    });
  }
}

const factNames = { time: '时间', place: '地点', content: '内容', speakers: '发布人' } as const;

const refused = (reasons: readonly Reason[]): Problem => {
  const [first = conferenceRefusal.notFound, ...rest] = reasons;
  return new Problem('refused', [first, ...rest]);
};

/** What decides chain and clocks stays once it was applied for. */
const fixed = (before: Conference, after: ConferencePlan): readonly Reason[] => {
  const same =
    before.kind === after.kind &&
    before.organId === after.organId &&
    before.emergency === after.emergency &&
    (before.incidentId === null || before.incidentId === after.incidentId) &&
    before.major === after.major;
  return isPlanned(before) || same ? [] : [conferenceRefusal.fixedOnceApplied];
};
