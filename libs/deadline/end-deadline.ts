import type { Queries } from '@koujing/database';
import type { Deadline, Subject } from './deadline.js';
import type { DeadlineParts } from './start-deadline.js';

/** How an open deadline ends. `cancelled`: its subject is gone, so the duty is. */
export interface DeadlineEnd {
  readonly rule: string;
  readonly subject: Subject;
  readonly as: 'met' | 'cancelled';
  /** When the duty was done, if that was not now. */
  readonly at?: Date;
  readonly actor: string;
  readonly reason?: string;
}

/** Ends the open deadline of a rule on a subject, in the transaction of what ends it. */
export class EndDeadline {
  constructor(private readonly parts: Pick<DeadlineParts, 'deadlines' | 'clock'>) {}

  /** Null if none is open: what is done twice ends once. */
  async perform(queries: Queries, end: DeadlineEnd): Promise<Deadline | null> {
    const { deadlines, clock } = this.parts;
    const open = await deadlines.openOf(queries, end.rule, end.subject);
    if (open === null) return null;
    const at = end.at ?? clock.now();
    // While it stands still no time passes: what is done then is as late as it was when it was stopped.
    const lived = Math.min(at.getTime(), open.pausedAt?.getTime() ?? Infinity);
    const late = end.as === 'met' && lived > open.dueAt.getTime();
    const state = late ? 'metLate' : end.as;
    const ended: Deadline = { ...open, state, nextAt: null, pausedAt: null, settledAt: at };
    await deadlines.update(queries, ended);
    const detail = end.reason === undefined ? {} : { reason: end.reason };
    await deadlines.record(queries, [
      { deadlineId: open.id, at: clock.now(), actor: end.actor, event: state, detail: { ...detail, at } },
    ]);
    return ended;
  }
}
