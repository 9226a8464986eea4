import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { HoldInterviewInput } from './interview.api.js';
import type { Interview } from './interview.js';
import type { InterviewDesk } from './interview-desk.js';
import { interviewRefusal } from './interview-refusal.js';
import { stepReasons } from './may-answer-press.js';

/** The interview took place as it was arranged. */
export class HoldInterview {
  constructor(private readonly desk: InterviewDesk) {}

  reasons(interview: Interview, actor: Actor): readonly Reason[] {
    const barred = stepReasons(interview, ['arranged'], actor);
    if (barred.length > 0 || interview.arrangement === null) return barred;
    const begins = Date.parse(interview.arrangement.at);
    return begins > this.desk.parts.clock.now().getTime() ? [interviewRefusal.notYet] : [];
  }

  async perform(id: string, { expectedRevision, note }: HoldInterviewInput, actor: Actor): Promise<void> {
    await this.desk.turn(
      { id, expectedRevision, actor, action: 'interview.hold', detail: { note } },
      (_, interview) => {
        refuseIfAny(this.reasons(interview, actor));
        return { ...interview, state: 'held', held: { ...this.desk.stamp(actor), note } };
      },
    );
  }
}
