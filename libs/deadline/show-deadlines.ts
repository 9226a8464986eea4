import type { Queries } from '@koujing/database';
import { civilTime, type Clock } from '@koujing/kernel';
import type { DeadlineView } from './deadline.api.js';
import type { DeadlineQuery, DeadlineStore } from './deadline-store.sql.js';

/** Open deadlines as people read them, the most urgent first. */
export class ShowDeadlines {
  constructor(
    private readonly deadlines: DeadlineStore,
    private readonly clock: Clock,
  ) {}

  async list(queries: Queries, query: DeadlineQuery): Promise<readonly DeadlineView[]> {
    const now = this.clock.now().getTime();
    return (await this.deadlines.listOpen(queries, query)).map((deadline) => ({
      id: deadline.id,
      rule: deadline.rule,
      duty: deadline.terms.title,
      article: deadline.terms.article,
      subject: { ...deadline.subject },
      title: deadline.title,
      link: deadline.link,
      organId: deadline.organId,
      dueAt: civilTime(deadline.dueAt),
      leftMs: deadline.dueAt.getTime() - now,
      hard: deadline.terms.hardness === 'hard',
      provisional: deadline.provisional,
      paused: deadline.state === 'paused',
    }));
  }
}
