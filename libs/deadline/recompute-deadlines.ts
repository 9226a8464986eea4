import type { Queries } from '@koujing/database';
import { nextReminder, type Deadline } from './deadline.js';
import { dueOf } from './limit.js';
import type { DeadlineParts } from './start-deadline.js';

/**
 * After a year's table was imported: ends that rested on a guess are computed again. A deadline that was paused
 * meanwhile gets its end when it resumes.
 */
export class RecomputeDeadlines {
  constructor(private readonly parts: DeadlineParts) {}

  /** Those whose end or certainty changed. */
  async perform(queries: Queries, actor: string): Promise<readonly Deadline[]> {
    const { deadlines, calendar, clock } = this.parts;
    const changed: Deadline[] = [];
    for (const open of await deadlines.provisional(queries)) {
      const { limit } = open.terms;
      if (limit === null || open.state === 'paused') continue;
      const due = dueOf({ ...open.terms, limit }, open.eventAt, calendar());
      if (due.provisional && due.at.getTime() === open.dueAt.getTime()) continue;
      const nextAt = nextReminder(open.terms, open.stage, { from: open.startedAt, due: due.at });
      const recomputed: Deadline = { ...open, dueAt: due.at, provisional: due.provisional, nextAt };
      await deadlines.update(queries, recomputed);
      changed.push(recomputed);
    }
    const at = clock.now();
    await deadlines.record(
      queries,
      changed.map(({ id, dueAt, provisional }) => ({
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
