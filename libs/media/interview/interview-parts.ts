import type { DeadlineStore, EndDeadline, StartDeadline } from '@koujing/deadline';
import type { OrganStore } from '@koujing/organ';
import type { AccreditationStore } from '../accreditation/accreditation-store.sql.js';
import type { MatterLines } from '../matter-lines.js';
import type { MediaParts } from '../media-parts.js';
import type { InterviewRules } from './interview-rules.js';
import type { InterviewStore } from './interview-store.sql.js';

/** What the verbs of requests for interviews work with. */
export interface InterviewParts extends Pick<
  MediaParts,
  'database' | 'outlets' | 'reporters' | 'audit' | 'clock'
> {
  readonly interviews: InterviewStore;
  readonly interviewRules: InterviewRules;
  readonly accreditations: AccreditationStore;
  readonly organs: OrganStore;
  readonly matterLines: MatterLines;
  readonly deadlines: Pick<DeadlineStore, 'openOf'>;
  readonly startDeadline: StartDeadline;
  readonly endDeadline: EndDeadline;
}
