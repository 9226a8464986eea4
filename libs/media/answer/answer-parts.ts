import type { InterviewStore } from '../interview/interview-store.sql.js';
import type { MatterLines } from '../matter-lines.js';
import type { MediaParts } from '../media-parts.js';
import type { AnswerCheck } from './answer-check.js';
import type { AnswerStore } from './answer-store.sql.js';

/** What the verbs of answers to reporters work with. */
export interface AnswerParts extends Pick<
  MediaParts,
  'database' | 'outlets' | 'reporters' | 'audit' | 'clock'
> {
  readonly answers: AnswerStore;
  readonly interviews: InterviewStore;
  readonly matterLines: MatterLines;
  readonly answerCheck: AnswerCheck;
}
