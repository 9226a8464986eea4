import type { Reason } from '@koujing/kernel';
import type { ArrangementInput, InterviewForm } from './interview.api.js';
import type { Interview } from './interview.js';
import { interviewRefusal } from './interview-refusal.js';

/** These need no room. */
const fromAfar: ReadonlySet<InterviewForm> = new Set(['telephone', 'written']);

/** Pure: what is wrong with time and place. */
export const arrangementReasons = (
  { form, at, place }: ArrangementInput,
  { receivedAt }: Pick<Interview, 'receivedAt'>,
): readonly Reason[] => [
  ...(place === '' && !fromAfar.has(form) ? [interviewRefusal.placeNeeded] : []),
  ...(Date.parse(at) < receivedAt.getTime() ? [interviewRefusal.tooEarly] : []),
];
