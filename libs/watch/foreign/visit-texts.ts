import type { Database, Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { fetchPolitely, type Fetched, type Reach } from './fetch-politely.js';
import { textOfHtml } from './page-html.js';
import type { Robots } from './robots.js';
import { longestBody } from './said-item.js';
import type { SourceStore } from './source-store.sql.js';
import { missesOfAbsence, nextVisit } from './visit-cadence.js';
import type { DueVisit, VisitStore } from './visit-store.sql.js';

export interface VisitParts {
  readonly database: Database;
  readonly sources: SourceStore;
  readonly visits: VisitStore;
  readonly reach: Reach;
  readonly robots: Robots;
  readonly clock: Clock;
  readonly takePlace: (queries: Queries) => Promise<number>;
}

const atOnce = 4;
/**
 * Opens the pages of what was heard again, at growing intervals while the detector compares it: another wording is heard anew, and
 * what was taken down is held against nobody any more, although its list says nothing of either.
 */
export class VisitTexts {
  constructor(private readonly parts: VisitParts) {}

  async tick(): Promise<void> {
    const { database, visits, clock } = this.parts;
    const due = await visits.claim(database.queries, clock.now(), atOnce);
    await Promise.all(due.map((visit) => this.#visit(visit)));
  }

  async #visit(visit: DueVisit): Promise<void> {
    const { reach, robots, database, visits, sources, clock, takePlace } = this.parts;
    const accept = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';
    const fetched = await fetchPolitely({ url: visit.item.url, accept }, reach, robots);
    const at = clock.now();
    const misses = isAbsent(fetched) ? visit.misses + 1 : 0;
    const body = bodyOf(fetched, visit);
    await database.transaction(async (queries) => {
      if (misses >= missesOfAbsence) return visits.takenDown(queries, visit.id, await takePlace(queries));
      const looks = visit.looks + 1;
      const nextAt = nextVisit(looks, { publishedAt: visit.item.publishedAt, at });
      await visits.visited(queries, visit.id, { looks, misses, nextAt });
      if (body === null || body === visit.item.body) return;
      const items = [{ ...visit.item, body }];
      await sources.hear(queries, visit.sourceId, { items, at, takePlace: () => takePlace(queries) });
    });
  }
}

const isAbsent = (fetched: Fetched): boolean =>
  fetched.kind === 'failed' && ['HTTP 404', 'HTTP 410'].includes(fetched.reason);

/** Null where nothing can be said of the wording: a page without the article is no article without words. */
const bodyOf = (fetched: Fetched, { article }: DueVisit): string | null => {
  if (fetched.kind !== 'read' || article === '') return null;
  const body = textOfHtml(fetched.text, article).slice(0, longestBody);
  return body === '' ? null : body;
};
