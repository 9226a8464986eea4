import type { Queries } from '@koujing/database';
import type { Deadline, Subject } from './deadline.js';
import { nextReminder } from './deadline.js';
import { dueOfRemainder, fixedDue, workdaysLeft } from './limit.js';
import type { DeadlineParts } from './start-deadline.js';

interface Turn {
  readonly rule: string;
  readonly subject: Subject;
  readonly actor: string;
  /** Why the clock may stand still; kept for whoever asks later. */
  readonly reason: string;
}

/** Stops the clock of a running deadline: materials went back to the applicant, say. */
export class PauseDeadline {
  constructor(private readonly parts: DeadlineParts) {}

  async perform(queries: Queries, turn: Turn): Promise<Deadline | null> {
    const { deadlines, clock } = this.parts;
    const open = await deadlines.openOf(queries, turn.rule, turn.subject);
    if (open?.state !== 'running') return null;
    const now = clock.now();
    const paused: Deadline = { ...open, state: 'paused', pausedAt: now, nextAt: null };
    await deadlines.update(queries, paused);
    await deadlines.record(queries, [
      { deadlineId: open.id, at: now, actor: turn.actor, event: 'paused', detail: { reason: turn.reason } },
    ]);
    return paused;
  }
}

/** Lets it run again; what was left of the limit when it stopped is left now. */
export class ResumeDeadline {
  constructor(private readonly parts: DeadlineParts) {}

  async perform(queries: Queries, turn: Turn): Promise<Deadline | null> {
    const { deadlines, calendar, clock } = this.parts;
    const open = await deadlines.openOf(queries, turn.rule, turn.subject);
    if (open?.state !== 'paused' || open.pausedAt === null) return null;
    const now = clock.now();
    const days = await calendar(queries);
    const remainder =
      open.terms.unit === 'workday'
        ? { workdays: workdaysLeft(open.pausedAt, open.dueAt, days), from: now }
        : null;
    const pausedMs = now.getTime() - open.pausedAt.getTime();
    // Other units than working days are shifted by the pause.
    const due =
      remainder === null
        ? fixedDue(new Date(open.dueAt.getTime() + pausedMs))
        : dueOfRemainder(remainder, days);
    // Percentages count the time that ran: the start moves with the pause.
    const startedAt = new Date(open.startedAt.getTime() + pausedMs);
    const resumed: Deadline = {
      ...open,
      state: 'running',
      pausedAt: null,
      startedAt,
      dueAt: due.at,
      provisional: due.provisional,
      remainder,
      nextAt: nextReminder(open.terms, open.stage, { from: startedAt, due: due.at }),
    };
    await deadlines.update(queries, resumed);
    await deadlines.record(queries, [
      {
        deadlineId: open.id,
        at: now,
        actor: turn.actor,
        event: 'resumed',
        detail: { reason: turn.reason, dueAt: due.at },
      },
    ]);
    return resumed;
  }
}
