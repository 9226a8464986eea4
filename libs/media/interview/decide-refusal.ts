import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { ReturnRefusalInput } from './interview.api.js';
import type { Interview } from './interview.js';
import type { InterviewDesk } from './interview-desk.js';
import { interviewRefusal } from './interview-refusal.js';

/** The organ's leader decides on a refusal that somebody else proposed (Art.39(2)). */
export class DecideRefusal {
  constructor(private readonly desk: InterviewDesk) {}

  /** Pure. Approving and returning ask for the same. */
  reasons(interview: Interview, actor: Actor): readonly Reason[] {
    const { refusal, organId } = interview;
    if (refusal === null || refusal.approvedBy !== null) return [interviewRefusal.nothingProposed];
    return [
      ...may(actor, 'approver', organId),
      ...(refusal.proposedBy === actor.personId ? [interviewRefusal.sameHand] : []),
    ];
  }

  async approve(id: string, expectedRevision: number, actor: Actor): Promise<void> {
    await this.desk.turn(
      { id, expectedRevision, actor, action: 'interview.approveRefusal', detail: {} },
      (_, interview) => {
        refuseIfAny(this.reasons(interview, actor));
        const { by, at } = this.desk.stamp(actor);
        const refusal = interview.refusal && { ...interview.refusal, approvedBy: by, approvedAt: at };
        const repliedAt = interview.repliedAt ?? this.desk.parts.clock.now();
        return { ...interview, state: 'refused', refusal, repliedAt };
      },
    );
  }

  /** The request goes on as if nobody had proposed to refuse it; what was proposed stays in the audit trail. */
  async giveBack(id: string, { expectedRevision, note }: ReturnRefusalInput, actor: Actor): Promise<void> {
    await this.desk.turn(
      { id, expectedRevision, actor, action: 'interview.returnRefusal', detail: { note } },
      (_, interview) => {
        refuseIfAny(this.reasons(interview, actor));
        return { ...interview, refusal: null };
      },
    );
  }
}
