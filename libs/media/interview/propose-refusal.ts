import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { turnAwayReasons } from '../accreditation/accreditation-reasons.js';
import type { ProposeRefusalInput } from './interview.api.js';
import type { Interview } from './interview.js';
import type { InterviewDesk } from './interview-desk.js';
import { interviewRefusal } from './interview-refusal.js';
import { stepReasons } from './may-answer-press.js';

/** Art.39(2): nobody refuses without a reason. It is proposed with one, and stands once somebody else approves it. */
export class ProposeRefusal {
  constructor(private readonly desk: InterviewDesk) {}

  reasons(interview: Interview, actor: Actor): readonly Reason[] {
    return [
      ...stepReasons(interview, ['received', 'accepted', 'arranged'], actor),
      ...(interview.refusal === null ? [] : [interviewRefusal.alreadyProposed]),
    ];
  }

  async perform(id: string, input: ProposeRefusalInput, actor: Actor): Promise<void> {
    const { expectedRevision, reason, text } = input;
    await this.desk.turn(
      { id, expectedRevision, actor, action: 'interview.proposeRefusal', detail: { reason, text } },
      async (queries, interview) => {
        refuseIfAny(this.reasons(interview, actor));
        refuseIfAny(await this.#reasonReasons(queries, interview, reason));
        const { by, at } = this.desk.stamp(actor);
        const refusal = { reason, text, proposedBy: by, proposedAt: at, approvedBy: null, approvedAt: null };
        return { ...interview, refusal };
      },
    );
  }

  /** The reason is one of the city's list, and true where the system can know it. */
  async #reasonReasons(
    queries: Queries,
    { reporterId }: Interview,
    reason: string,
  ): Promise<readonly Reason[]> {
    const { interviewRules, accreditations, clock } = this.desk.parts;
    const rule = interviewRules.refusals[reason];
    if (rule === undefined)
      return [interviewRefusal.unknownReason(reason, Object.keys(interviewRules.refusals).join(', '))];
    if (!rule.credentials || reporterId === null) return [];
    const standing = await accreditations.standing(queries, reporterId);
    return standing === null ? [] : turnAwayReasons(standing, clock.now());
  }
}
