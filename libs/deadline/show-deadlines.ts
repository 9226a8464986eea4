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

  async list(
    queries: Queries,
    query: DeadlineQuery,
  ): Promise<{ readonly items: readonly DeadlineView[]; readonly total: number }> {
    const now = this.clock.now();
    const { items, total } = await this.deadlines.listOpen(queries, query);
    return { items: items.map((deadline) => deadlineViewOf(deadline, now)), total };
  }
}
