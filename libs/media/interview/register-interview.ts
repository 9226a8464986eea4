import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import type { InterviewInput } from './interview.api.js';
import type { Interview } from './interview.js';
import { startReply } from './interview-desk.js';
import type { InterviewParts } from './interview-parts.js';
import { interviewRefusal } from './interview-refusal.js';
import { mayAnswerPress } from './may-answer-press.js';
import { requestReasons } from './request-reasons.js';

/** Takes a request for an interview in (Art.10(3) 受理); its clock runs from the hour at which it came. */
export class RegisterInterview {
  constructor(private readonly parts: InterviewParts) {}

  async reasons(queries: Queries, input: InterviewInput, actor: Actor): Promise<readonly Reason[]> {
    if ((await this.parts.organs.find(queries, input.organId)) === null)
      return [interviewRefusal.unknownOrgan];
    const denied = mayAnswerPress(actor, input.organId);
    return denied.length > 0 ? denied : requestReasons(this.parts, queries, input);
  }

  /** @returns the id of the request */
  perform(input: InterviewInput, actor: Actor): Promise<string> {
    const { database, interviews, startDeadline, audit } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, input, actor));
      const interview = this.#of(input, actor);
      await interviews.insert(queries, interview);
      await startReply(startDeadline, queries, interview, actor);
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
