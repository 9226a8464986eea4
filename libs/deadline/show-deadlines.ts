import type { Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { DeadlineView } from './deadline.api.js';
import type { DeadlineQuery, DeadlineStore } from './deadline-store.sql.js';
import { deadlineViewOf } from './deadline-view.js';

/** Open deadlines as people read them, the most urgent first. */
export class ShowDeadlines {
  constructor(
    private readonly deadlines: DeadlineStore,
    private readonly clock: Clock,
  ) {}

  async list(queries: Queries, query: DeadlineQuery): Promise<readonly DeadlineView[]> {
    const now = this.clock.now();
    return (await this.deadlines.listOpen(queries, query)).map((deadline) => deadlineViewOf(deadline, now));
  }
}
