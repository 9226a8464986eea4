import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { ArrangeInterviewInput } from './interview.api.js';
import { arrangementReasons } from './arrangement-reasons.js';
import type { Interview } from './interview.js';
import type { InterviewDesk } from './interview-desk.js';
import { stepReasons } from './may-answer-press.js';
import { reporterReasons } from './reporter-reasons.js';

/** Time, place, person and form (Art.10(3), 16); arranged anew as often as it must be. */
export class ArrangeInterview {
  constructor(private readonly desk: InterviewDesk) {}

  async reasons(queries: Queries, interview: Interview, actor: Actor): Promise<readonly Reason[]> {
    const barred = stepReasons(interview, ['received', 'accepted', 'arranged'], actor);
    return barred.length > 0 ? barred : reporterReasons(this.desk.parts, queries, interview);
  }

  async perform(id: string, input: ArrangeInterviewInput, actor: Actor): Promise<void> {
    const { expectedRevision, ...arrangement } = input;
    await this.desk.turn(
      { id, expectedRevision, actor, action: 'interview.arrange', detail: { ...arrangement } },
      async (queries, interview) => {
        refuseIfAny(await this.reasons(queries, interview, actor));
        refuseIfAny(arrangementReasons(arrangement, interview));
        const stamp = this.desk.stamp(actor);
        return {
          ...interview,
          state: 'arranged',
          accepted: interview.accepted ?? stamp,
          arrangement: { ...arrangement, by: stamp.by, arrangedAt: stamp.at },
          refusal: null,
          repliedAt: interview.repliedAt ?? this.desk.parts.clock.now(),
        };
      },
    );
  }
}
