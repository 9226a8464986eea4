import { defer, from, map, merge, mergeMap, takeUntil, timer, type Observable } from 'rxjs';
import { sees, visibilityOf, type Actor, type Visibility } from '@koujing/access';
import type { ChangedRow } from './change-store.sql.js';
import type { Snapshot } from './dispatch.api.js';
import type { ProgressFeed } from './progress-feed.js';

/** What a browser hears; the shape of a server-sent event. */
export interface StreamEvent {
  readonly type: string;
  readonly data: object;
  readonly id?: string;
  readonly retry?: number;
}

/** The browser comes back by itself after a broken connection. */
const retryMs = 2_000;
/** Proxies close connections that say nothing for a minute. */
const pingEveryMs = 25_000;
/** Then the browser connects again and its session is looked at again: a revoked grant sees nothing for longer. */
const sessionLookMs = 15 * 60_000;
/** Releases in the snapshot: more than a screen shows. */
const releasesInSnapshot = 100;

/** The progress of everything that this person may see: a snapshot first, then what changes. */
export class WatchProgress {
  constructor(private readonly feed: ProgressFeed) {}

  events(actor: Actor): Observable<StreamEvent> {
    const visibility = visibilityOf(actor);
    const changes = this.feed.changes.pipe(mergeMap((rows) => eventsOf(rows, visibility)));
    const pings = timer(pingEveryMs, pingEveryMs).pipe(map(() => ({ type: 'ping', data: {} })));
    // Changes are heard before the snapshot is read, so that nothing falls between the two.
    return merge(changes, this.#snapshot(visibility), pings).pipe(takeUntil(timer(sessionLookMs)));
  }

  #snapshot(visibility: Visibility): Observable<StreamEvent> {
    return defer(() => from(this.feed.counts(releasesInSnapshot))).pipe(
      map((counts) => {
        const releases = counts
          .filter((count) => sees(visibility, count))
          .map(({ releaseId, deliveries }) => ({ releaseId, deliveries }));
        return { type: 'snapshot', data: { releases } satisfies Snapshot, retry: retryMs };
      }),
    );
  }
}

/** One event per release for its deliveries, one per row for the rest. */
const eventsOf = (rows: readonly ChangedRow[], visibility: Visibility): readonly StreamEvent[] => {
  const seen = rows.filter((row) => sees(visibility, row));
  const deliveries = Map.groupBy(
    seen.filter(({ topic }) => topic === 'delivery'),
    ({ releaseId }) => releaseId,
  );
  return [
    ...[...deliveries].map(([releaseId, ofRelease]) => ({
      type: 'delivery',
      data: { releaseId, deliveries: ofRelease.map(({ facts }) => facts) },
    })),
    ...seen
      .filter(({ topic }) => topic !== 'delivery')
      .map(({ topic, releaseId, facts }) => ({ type: topic, data: { releaseId, ...facts } })),
  ];
};
