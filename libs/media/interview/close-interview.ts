import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { ClosingOutcome, CloseInterviewInput, InterviewState } from './interview.api.js';
import type { Interview } from './interview.js';
import type { InterviewDesk } from './interview-desk.js';
import { interviewRefusal } from './interview-refusal.js';
import { stepReasons } from './may-answer-press.js';

const answered: ReadonlySet<InterviewState> = new Set(['held', 'refused']);

/** Dealt with. An unanswered request cannot be put away as done (Art.39(2)): only the outlet can take it back. */
export class CloseInterview {
  constructor(private readonly desk: InterviewDesk) {}

  /** Pure: what bars this person from closing it in any way. */
  reasons(interview: Interview, actor: Actor): readonly Reason[] {
    return stepReasons(interview, ['received', 'accepted', 'arranged', 'held', 'refused'], actor);
  }

  async perform(id: string, input: CloseInterviewInput, actor: Actor): Promise<void> {
    const { expectedRevision, outcome, note } = input;
    await this.desk.turn(
      { id, expectedRevision, actor, action: 'interview.close', detail: { outcome, note } },
      (_, interview) => {
        refuseIfAny(this.reasons(interview, actor));
        refuseIfAny(outcomeReasons(interview, outcome, note));
        return { ...interview, state: 'closed', closing: { ...this.desk.stamp(actor), outcome, note } };
      },
    );
  }
}

const outcomeReasons = ({ state }: Interview, outcome: ClosingOutcome, note: string): readonly Reason[] => [
  ...(outcome === 'done' && !answered.has(state) ? [interviewRefusal.answerFirst] : []),
  ...(outcome === 'withdrawnByMedia' && answered.has(state) ? [interviewRefusal.wrongState(state)] : []),
  ...(outcome === 'withdrawnByMedia' && note === '' ? [interviewRefusal.noteNeeded] : []),
];
