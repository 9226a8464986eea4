import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { accreditationReasons } from '../accreditation/accreditation-reasons.js';
import { mediaRefusal } from '../refusal.js';
import type { Interview } from './interview.js';
import type { InterviewParts } from './interview-parts.js';
import { interviewRefusal } from './interview-refusal.js';

/** Art.20: who interviews is named, and has shown a valid credential. */
export const reporterReasons = async (
  { accreditations, clock }: Pick<InterviewParts, 'accreditations' | 'clock'>,
  queries: Queries,
  { reporterId }: Pick<Interview, 'reporterId'>,
): Promise<readonly Reason[]> => {
  if (reporterId === null) return [interviewRefusal.reporterNeeded];
  const standing = await accreditations.standing(queries, reporterId);
  return standing === null ? [mediaRefusal.reporterNotFound] : accreditationReasons(standing, clock.now());
};
