import type { Role } from '@koujing/access';
import type { Database, Queries } from '@koujing/database';
import { nextReminder, stageAt, type Deadline } from './deadline.js';
import type { DeadlineParts } from './start-deadline.js';

/** One deadline whose reminder is due, with who is to be told. */
export interface Reminder {
  readonly deadline: Deadline;
  /** Percent of the span; from 100 on the limit has passed. */
  readonly percent: number;
  readonly roles: readonly Role[];
}

/** Whoever turns roles into persons and tells them, in the same transaction. */
export interface ReminderSink {
  remind(queries: Queries, reminders: readonly Reminder[]): Promise<void>;
}

/** So many in one transaction: a tick after a long rest must not hold thousands of rows at once. */
const batch = 500;

/**
 * The minute tick. Rows are locked and passed over by other processes, and a reminder commits with the stage that
 * it was for: it can be neither missed nor doubled, however many processes tick and wherever one dies.
 */
export class RemindOfDeadlines {
  constructor(
    private readonly database: Database,
    private readonly parts: Pick<DeadlineParts, 'deadlines' | 'clock'>,
    private readonly sink: ReminderSink,
  ) {}

  /** How many were told. */
  async tick(): Promise<number> {
    let told = 0;
    for (;;) {
      const count = await this.database.transaction((queries) => this.#turn(queries));
      told += count;
      if (count < batch) return told;
    }
  }

  async #turn(queries: Queries): Promise<number> {
    const { deadlines, clock } = this.parts;
    const now = clock.now();
    const due = await deadlines.dueForReminder(queries, now, batch);
    if (due.length === 0) return 0;
    const moved = due.map((deadline) => {
      const stage = Math.max(deadline.stage + 1, stageAt(deadline, now));
      const span = { from: deadline.startedAt, due: deadline.dueAt };
      return { ...deadline, stage, nextAt: nextReminder(deadline.terms, stage, span) };
    });
    await deadlines.advance(queries, moved);
    // After a downtime only the latest of several passed stages is told; the roles of all of them are.
    const reminders = due.flatMap((before, index): readonly Reminder[] => {
      const after = moved[index];
      const passed = before.terms.reminders.slice(before.stage, after?.stage);
      const latest = passed.at(-1);
      if (after === undefined || latest === undefined) return [];
      return [
        { deadline: after, percent: latest.at, roles: [...new Set(passed.flatMap(({ tell }) => tell))] },
      ];
    });
    await deadlines.record(
      queries,
      reminders.map(({ deadline, percent, roles }) => ({
        deadlineId: deadline.id,
        at: now,
        actor: 'system:deadline',
        event: 'reminded' as const,
        detail: { percent, roles },
      })),
    );
    await this.sink.remind(queries, reminders);
    return due.length;
  }
}
