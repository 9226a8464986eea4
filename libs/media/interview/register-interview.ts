import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import { mediaRefusal } from '../refusal.js';
import type { InterviewInput } from './interview.api.js';
import type { Interview } from './interview.js';
import { replyRule, subjectOf } from './interview-desk.js';
import type { InterviewParts } from './interview-parts.js';
import { interviewRefusal } from './interview-refusal.js';
import { mayAnswerPress } from './may-answer-press.js';

/** Takes a request for an interview in (Art.10(3) 受理); its clock runs from the hour at which it came. */
export class RegisterInterview {
  constructor(private readonly parts: InterviewParts) {}

  async reasons(queries: Queries, input: InterviewInput, actor: Actor): Promise<readonly Reason[]> {
    const { outlets, reporters, organs, matterLines, clock } = this.parts;
    if ((await organs.find(queries, input.organId)) === null) return [interviewRefusal.unknownOrgan];
    const denied = mayAnswerPress(actor, input.organId);
    if (denied.length > 0) return denied;
    if ((await outlets.find(queries, input.outletId)) === null) return [mediaRefusal.outletNotFound];
    const { reporterId, matterId, receivedAt } = input;
    const reporter = reporterId === null ? null : await reporters.find(queries, reporterId);
    return [
      ...(reporterId !== null && reporter?.outletId !== input.outletId ? [interviewRefusal.otherOutlet] : []),
      ...(matterId !== null && (await matterLines.inForce(queries, matterId, input.organId)) === null
        ? [interviewRefusal.unknownMatter]
        : []),
      ...(receivedAt !== undefined && Date.parse(receivedAt) > clock.now().getTime()
        ? [interviewRefusal.fromTheFuture]
        : []),
    ];
  }

  /** @returns the id of the request */
  perform(input: InterviewInput, actor: Actor): Promise<string> {
    const { database, interviews, startDeadline, audit } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, input, actor));
      const interview = this.#of(input, actor);
      await interviews.insert(queries, interview);
      await startDeadline.perform(queries, {
        rule: replyRule,
        subject: subjectOf(interview),
        organId: interview.organId,
        title: interview.subject,
        link: `/interviews/${interview.id}`,
        eventAt: interview.receivedAt,
        actor: actor.personId,
      });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'interview.register',
        subjectKind: 'interview',
        subjectId: interview.id,
        detail: { ...input },
      });
      return interview.id;
    });
  }

  #of({ receivedAt, ...input }: InterviewInput, actor: Actor): Interview {
    const now = this.parts.clock.now();
    return {
      ...input,
      id: newId(),
      receivedAt: receivedAt === undefined ? now : new Date(receivedAt),
      receivedBy: actor.personId,
      state: 'received',
      repliedAt: null,
      alarmedAt: null,
      accepted: null,
      arrangement: null,
      held: null,
      refusal: null,
      closing: null,
      revision: 1,
      updatedAt: now,
    };
  }
}
