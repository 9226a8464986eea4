import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { AcceptInterviewInput } from './interview.api.js';
import type { Interview } from './interview.js';
import type { InterviewDesk } from './interview-desk.js';
import { interviewRefusal } from './interview-refusal.js';
import { stepReasons } from './may-answer-press.js';
import { reporterReasons } from './reporter-reasons.js';

/** The organ takes the request on: only with a reporter whose credentials were checked (Art.20). */
export class AcceptInterview {
  constructor(private readonly desk: InterviewDesk) {}

  async reasons(queries: Queries, interview: Interview, actor: Actor): Promise<readonly Reason[]> {
    const barred = stepReasons(interview, ['received'], actor);
    return barred.length > 0 ? barred : reporterReasons(this.desk.parts, queries, interview);
  }

  async perform(id: string, input: AcceptInterviewInput, actor: Actor): Promise<void> {
    const { expectedRevision, reporterId } = input;
    const detail = reporterId === undefined ? {} : { reporterId };
    await this.desk.turn(
      { id, expectedRevision, actor, action: 'interview.accept', detail },
      async (queries, before) => {
        const interview = { ...before, reporterId: reporterId ?? before.reporterId };
        const reporter =
          reporterId === undefined ? null : await this.desk.parts.reporters.find(queries, reporterId);
        if (reporterId !== undefined && reporter?.outletId !== before.outletId)
          refuseIfAny([interviewRefusal.otherOutlet]);
        refuseIfAny(await this.reasons(queries, interview, actor));
        const accepted = this.desk.stamp(actor);
        // Whoever accepts decides a refusal that was only proposed.
        return {
          ...interview,
          ...{ state: 'accepted', accepted, refusal: null, repliedAt: this.desk.parts.clock.now() },
        };
      },
    );
  }
}
