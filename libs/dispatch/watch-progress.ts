import {
  concatMap,
  defer,
  filter,
  map,
  merge,
  mergeMap,
  scan,
  takeUntil,
  timer,
  type Observable,
  type OperatorFunction,
} from 'rxjs';
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
const pingEveryMs = 15_000;
/** Then the browser connects again and is read anew: a revoked grant sees nothing for longer. */
const longestMs = 15 * 60_000;
/** Whoever signed out, and whose key was revoked, hears nothing for longer. */
const admissionLookMs = 5_000;
/** Releases in the snapshot: more than a screen shows. */
const releasesInSnapshot = 100;

/** The progress of everything that this person may see: a snapshot first, then what changes. */
export class WatchProgress {
  constructor(private readonly feed: ProgressFeed) {}

  events(actor: Actor, { lastId, isIn }: Listener): Observable<StreamEvent> {
    const visibility = visibilityOf(actor);
    const changes = this.feed.changes.pipe(mergeMap((rows) => eventsOf(rows, visibility)));
    const pings = timer(pingEveryMs, pingEveryMs).pipe(map(() => ({ type: 'ping', data: {} })));
    const shown = timer(admissionLookMs, admissionLookMs).pipe(
      concatMap(isIn),
      filter((still) => !still),
    );
    // Changes are heard before the snapshot is read, so that nothing falls between the two.
    return merge(changes, this.#beginning(visibility, seenBy(lastId)), pings).pipe(
      withLastId(seenBy(lastId) === null ? NOTHING_HEARD : lastId),
      takeUntil(merge(timer(longestMs), shown)),
    );
  }

  /** What is there now, and what was missed. */
  #beginning(visibility: Visibility, seen: Date | null): Observable<StreamEvent> {
    return defer(async () => {
      const missed = seen === null ? null : await this.feed.since(seen);
      const counts = await this.feed.counts(releasesInSnapshot);
      const releases = counts
        .filter((count) => sees(visibility, count))
        .map(({ releaseId, deliveries }) => ({ releaseId, deliveries }));
      const data = { resumed: missed !== null, releases } satisfies Snapshot;
      return [{ type: 'snapshot', data, retry: retryMs }, ...eventsOf(missed ?? [], visibility)];
    }).pipe(mergeMap((events) => events));
  }
}

export interface Listener {
  /** Of the last event that was heard before the connection broke. */
  readonly lastId: string | undefined;
  /** Would the listener still be let in? */
  readonly isIn: () => Promise<boolean>;
}

/** No instant: who comes back with it is told everything anew. */
const NOTHING_HEARD = '0';
/**
 * A ping and a snapshot tell no change and carry the last id again. Left out, the framework would count one for them, and whoever comes
 * back with a ping's number is told nothing of what was missed.
 */
const withLastId = (before = NOTHING_HEARD): OperatorFunction<StreamEvent, StreamEvent> =>
  scan((last: StreamEvent, event) => ({ ...event, id: event.id ?? last.id ?? before }), {
    type: '',
    data: {},
    id: before,
  });

/** Ids are the database's instants, in ms. Null where nothing was heard, or what is said is no id of ours. */
const seenBy = (lastId: string | undefined): Date | null =>
  lastId === undefined || !/^\d{13}$/u.test(lastId) ? null : new Date(Number(lastId));

/**
 * One event per release for its deliveries, one per row for the rest. Each id says up to when everything was told: only the last
 * one of a look says that all of it was.
 */
const eventsOf = (rows: readonly ChangedRow[], visibility: Visibility): readonly StreamEvent[] => {
  const seen = rows.filter((row) => sees(visibility, row));
  const deliveries = Map.groupBy(
    seen.filter(({ topic }) => topic === 'delivery'),
    ({ releaseId }) => releaseId,
  );
  const events = [
    ...[...deliveries].map(([releaseId, ofRelease]) => ({
      type: 'delivery',
      data: { releaseId, deliveries: ofRelease.map(({ facts }) => facts) },
    })),
    ...seen
      .filter(({ topic }) => topic !== 'delivery')
      .map(({ topic, releaseId, facts }) => ({ type: topic, data: { releaseId, ...facts } })),
  ];
  const times = seen.map(({ updatedAt }) => updatedAt.getTime());
  const [earliest, latest] = [Math.min(...times), Math.max(...times)].map(String);
  return events.map((event, index) => ({
    ...event,
    id: (index === events.length - 1 ? latest : earliest) ?? '',
  }));
};
