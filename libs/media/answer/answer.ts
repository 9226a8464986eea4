import type { OrganId, PersonId } from '@koujing/kernel';
import type { AnswerForm, DepartureView, LineUsed } from './answer.api.js';

/**
 * An answer to a reporter's question by telephone, fax or e-mail. Art.16 counts it among the forms of release, so
 * what was said is kept as it was said: it is never overwritten.
 */
export interface MediaAnswer {
  readonly id: string;
  readonly organId: OrganId;
  readonly form: AnswerForm;
  readonly subject: string;
  readonly outletId: string;
  readonly reporterId: string | null;
  readonly interviewId: string | null;
  readonly matterId: string | null;
  readonly question: string;
  readonly answer: string;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  /** The agreed lines that were used, in words, as they stood. */
  readonly lines: readonly LineUsed[];
  readonly departures: readonly DepartureView[];
  readonly departureReason: string;
  readonly loggedBy: PersonId;
  readonly loggedAt: Date;
}
