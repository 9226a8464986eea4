import type { WorkingCalendar } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { dueAnew } from './counting.js';
import { nextReminder, type Deadline } from './deadline.js';
import type { DeadlineParts } from './start-deadline.js';

/** A deadline with its new end, and where that was. */
export interface MovedDeadline {
  readonly deadline: Deadline;
  readonly from: Date;
}

/**
 * After a year's table was imported or a local day of rest was set: ends that are counted in days are computed again.
 * A deadline that is paused meanwhile gets its end when it resumes.
 */
export class RecomputeDeadlines {
  constructor(private readonly parts: Pick<DeadlineParts, 'deadlines' | 'clock'>) {}

  /** Those whose end or certainty changed. */
  async perform(
    queries: Queries,
    calendar: WorkingCalendar,
    actor: string,
  ): Promise<readonly MovedDeadline[]> {
    const { deadlines, clock } = this.parts;
    const changed = (await deadlines.countedInDays(queries)).flatMap((open) => moved(open, calendar));
    for (const { deadline } of changed) await deadlines.update(queries, deadline);
    const at = clock.now();
    await deadlines.record(
      queries,
      changed.map(({ deadline: { id, dueAt, provisional } }) => ({
        deadlineId: id,
        at,
        actor,
        event: 'recomputed' as const,
        detail: { dueAt, provisional },
      })),
    );
    return changed;
  }
}

const moved = (open: Deadline, calendar: WorkingCalendar): readonly MovedDeadline[] => {
  const due = open.state === 'paused' ? null : dueAnew(open, calendar);
  if (due === null || (due.provisional === open.provisional && due.at.getTime() === open.dueAt.getTime()))
    return [];
  const nextAt = nextReminder(open.terms, open.stage, { from: open.startedAt, due: due.at });
  const deadline = { ...open, dueAt: due.at, provisional: due.provisional, nextAt };
  return [{ deadline, from: open.dueAt }];
};
