import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime, Problem } from '@koujing/kernel';
import type { Interview, Stamp } from './interview.js';
import type { InterviewParts } from './interview-parts.js';
import { interviewRefusal } from './interview-refusal.js';
import { seenInterview } from './may-answer-press.js';

/** Name of the clock in the rules file; without a number there it never starts (Art.39(2) has none). */
export const replyRule = 'interviewReply';

export const subjectOf = ({ id }: Pick<Interview, 'id'>) => ({ kind: 'interview', id });

/** The clock of the answer runs from the hour at which the request came. */
export const startReply = async (
  startDeadline: InterviewParts['startDeadline'],
  queries: Queries,
  interview: Interview,
  actor: Actor,
): Promise<void> => {
  await startDeadline.perform(queries, {
    ...{ rule: replyRule, subject: subjectOf(interview), organId: interview.organId },
    ...{ title: interview.subject, link: `/interviews/${interview.id}` },
    ...{ eventAt: interview.receivedAt, actor: actor.personId },
  });
};

/** One step of one request. */
export interface Turn {
  readonly id: string;
  readonly expectedRevision: number;
  readonly actor: Actor;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Holds a request while a verb decides, then writes it with its clock and its audit entry in one transaction. */
export class InterviewDesk {
  constructor(readonly parts: InterviewParts) {}

  stamp(actor: Actor): Stamp {
    return { by: actor.personId, at: civilTime(this.parts.clock.now()) };
  }

  turn(
    turn: Turn,
    decide: (queries: Queries, interview: Interview) => Interview | Promise<Interview>,
  ): Promise<void> {
    const { database, interviews, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const before = seenInterview(await interviews.lock(queries, turn.id), turn.actor);
      if (before.revision !== turn.expectedRevision)
        throw new Problem('stale', [interviewRefusal.stale(before.revision)]);
      const after = { ...(await decide(queries, before)), updatedAt: clock.now() };
      await interviews.write(queries, after);
      await this.#settleClock(queries, before, after, turn.actor);
      await audit.record(queries, {
        actor: turn.actor.personId,
        action: turn.action,
        subjectKind: 'interview',
        subjectId: turn.id,
        detail: { ...turn.detail, from: before.state, to: after.state },
      });
    });
  }

  /** An answer meets the duty; a request that the outlet took back leaves none. */
  async #settleClock(queries: Queries, before: Interview, after: Interview, actor: Actor): Promise<void> {
    const answered = before.repliedAt === null && after.repliedAt !== null;
    const gone = after.repliedAt === null && after.state === 'closed';
    if (!answered && !gone) return;
    await this.parts.endDeadline.perform(queries, {
      rule: replyRule,
      subject: subjectOf(after),
      as: answered ? 'met' : 'cancelled',
      actor: actor.personId,
    });
  }
}
