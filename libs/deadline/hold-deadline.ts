import { inOffice, refuseIfAny, type Actor } from '@koujing/access';
import type { Database } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import type { Deadline } from './deadline.js';
import type { PauseDeadline, ResumeDeadline } from './pause-deadline.js';
import { deadlineRefusal } from './refusal.js';
import type { DeadlineStore } from './deadline-store.sql.js';

interface Parts {
  readonly database: Database;
  readonly deadlines: DeadlineStore;
  readonly pause: PauseDeadline;
  readonly resume: ResumeDeadline;
}

/** Wall-clock limits are the emergencies' (Art.23): time cannot be had back there. */
const neverPaused: ReadonlySet<string> = new Set(['hour', 'minute']);

export const reasonsToPause = (deadline: Deadline, actor: Actor): readonly Reason[] => [
  ...(inOffice(actor, 'coordinator') ? [] : [deadlineRefusal.onlyOffice]),
  ...(deadline.state === 'running' ? [] : [deadlineRefusal.notRunning]),
  ...(neverPaused.has(deadline.terms.unit) ? [deadlineRefusal.hours] : []),
];

export const reasonsToResume = (deadline: Deadline, actor: Actor): readonly Reason[] => [
  ...(inOffice(actor, 'coordinator') ? [] : [deadlineRefusal.onlyOffice]),
  ...(deadline.state === 'paused' ? [] : [deadlineRefusal.notPaused]),
];

/** A coordinator stops a clock, or lets it run again, for a reason that is kept. */
export class HoldDeadline {
  constructor(private readonly parts: Parts) {}

  async perform(deed: Deed, actor: Actor): Promise<void> {
    const { database, deadlines, pause, resume } = this.parts;
    const asks = deed.hold ? reasonsToPause : reasonsToResume;
    await database.transaction(async (queries) => {
      const found = await deadlines.find(queries, deed.id);
      if (found === null) throw new Problem('notFound', [deadlineRefusal.notFound]);
      refuseIfAny(asks(found, actor));
      const { rule, subject } = found;
      const turn = { rule, subject, actor: actor.personId, reason: deed.reason };
      const done = await (deed.hold ? pause : resume).perform(queries, turn);
      // Somebody was faster between the question and the deed.
      if (done === null) refuseIfAny([deed.hold ? deadlineRefusal.notRunning : deadlineRefusal.notPaused]);
    });
  }
}

interface Deed {
  readonly id: string;
  /** True stops the clock. */
  readonly hold: boolean;
  readonly reason: string;
}
