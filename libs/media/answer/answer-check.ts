import type { Queries } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import type { DepartureView } from './answer.api.js';

/** What was said, as it is held against what others have said. */
export interface SaidText {
  readonly organId: OrganId;
  readonly matterId: string | null;
  /** What it is about, in the organ's words: the reporter's question may hold figures that nobody answers for. */
  readonly subject: string;
  readonly answer: string;
}

/** Port, wired in apps/dispatcher to libs/conflict: where an answer departs from the agreed line or from released texts. */
export interface AnswerCheck {
  /** Outside any transaction: it reads the whole index. */
  departures(said: SaidText): Promise<readonly DepartureView[]>;
  /**
   * In the transaction that keeps the answer: its place in the order of what is said in public, by which the gate holds later
   * releases against it. Whoever releases at this instant waits for the commit.
   */
  place(queries: Queries): Promise<number>;
}
