import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { mediaRefusal } from '../refusal.js';
import type { InterviewInput } from './interview.api.js';
import type { InterviewParts } from './interview-parts.js';
import { interviewRefusal } from './interview-refusal.js';

/** What a request names must be there: outlet, reporter of that outlet, matter of the organ asked, an hour that has come. */
export const requestReasons = async (
  { outlets, reporters, matterLines, clock }: InterviewParts,
  queries: Queries,
  input: Pick<InterviewInput, 'organId' | 'outletId' | 'reporterId' | 'matterId' | 'receivedAt'>,
): Promise<readonly Reason[]> => {
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
};
