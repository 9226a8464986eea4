import { may, visibilityOf, type Actor, type Role } from '@koujing/access';
import { Problem, type OrganId, type Reason } from '@koujing/kernel';
import type { InterviewState } from './interview.api.js';
import type { Interview } from './interview.js';
import { interviewRefusal } from './interview-refusal.js';

/** The spokesperson and the team (Art.10(3)) of the organ asked, or a coordinator of the office (Art.4). */
const team: readonly Role[] = ['spokesperson', 'drafter', 'approver', 'coordinator'];

export const mayAnswerPress = (actor: Actor, organId: OrganId): readonly Reason[] =>
  team.some((role) => may(actor, role, organId).length === 0) ? [] : may(actor, 'spokesperson', organId);

/** What bars this person from moving a request that must be in one of these states; pure. */
export const stepReasons = (
  interview: Interview,
  states: readonly InterviewState[],
  actor: Actor,
): readonly Reason[] => [
  ...(states.includes(interview.state) ? [] : [interviewRefusal.wrongState(interview.state)]),
  ...mayAnswerPress(actor, interview.organId),
];

/** The request, if it is this person's business. */
export const seenInterview = (interview: Interview | null, actor: Actor): Interview => {
  const seen = visibilityOf(actor);
  if (interview !== null && (seen.all || seen.organIds.includes(interview.organId))) return interview;
  throw new Problem('notFound', [interviewRefusal.notFound]);
};
