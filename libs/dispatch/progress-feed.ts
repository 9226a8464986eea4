import {
  defer,
  exhaustMap,
  filter,
  from,
  merge,
  mergeMap,
  share,
  Subject,
  throttleTime,
  timer,
  type Observable,
} from 'rxjs';
import type { Database } from '@koujing/database';
import { rowsPerLook, type ChangedRow, type ChangedTopic, type ChangeStore } from './change-store.sql.js';

const topics: readonly ChangedTopic[] = ['delivery', 'release', 'finding'];
/** Changes of other processes are seen within this; our own are looked at at once. */
const lookEveryMs = 1_000;
/** A mailing changes a thousand rows a second: a browser needs to hear of it a few times. */
const gatherMs = 100;

/**
 * Rows that changed, in every process, for as long as somebody watches. Nothing final is lost: what one look
 * misses the next one finds, and every watcher begins with a snapshot.
 */
export class ProgressFeed {
  readonly #nudges = new Subject<void>();
  readonly #seen = new Map<ChangedTopic, Date>();
  /** Rows of the overlap that were told already, by the time they carried. */
  #told = new Map<string, number>();
  readonly changes: Observable<readonly ChangedRow[]>;

  constructor(
    private readonly database: Database,
    private readonly store: ChangeStore,
  ) {
    const looks = merge(
      timer(0, lookEveryMs),
      this.#nudges.pipe(throttleTime(gatherMs, undefined, { leading: false, trailing: true })),
    );
    this.changes = defer(() => from(this.#begin())).pipe(
      mergeMap(() => looks),
      exhaustMap(() => from(this.#look())),
      filter((rows) => rows.length > 0),
      share(),
    );
  }

  /** Called after a commit of this process. */
  readonly changed = (): void => {
    this.#nudges.next();
  };

  counts(releases: number): ReturnType<ChangeStore['counts']> {
    return this.store.counts(this.database.queries, releases);
  }

  /** What changed after an instant, oldest first; null where that is more than one look reads. */
  async since(seen: Date): Promise<readonly ChangedRow[] | null> {
    const { queries } = this.database;
    const found = await Promise.all(topics.map((topic) => this.store.since(queries, topic, seen)));
    if (found.some(({ length }) => length === rowsPerLook)) return null;
    return found.flat();
  }

  async #begin(): Promise<void> {
    for (const topic of topics) this.#seen.set(topic, await this.store.latest(this.database.queries, topic));
  }

  /** A look that fails (the database is away) tells nothing; the next one finds the same rows. */
  async #look(): Promise<readonly ChangedRow[]> {
    try {
      const rows: ChangedRow[] = [];
      for (const topic of topics) rows.push(...(await this.#lookAt(topic)));
      return rows;
    } catch {
      return [];
    }
  }

  async #lookAt(topic: ChangedTopic): Promise<readonly ChangedRow[]> {
    const seen = this.#seen.get(topic) ?? new Date(0);
    const rows = await this.store.since(this.database.queries, topic, seen);
    const fresh = rows.filter((row) => this.#told.get(keyOf(row)) !== row.updatedAt.getTime());
    const newest = rows.at(-1)?.updatedAt;
    if (newest !== undefined && newest > seen) this.#seen.set(topic, newest);
    this.#told = new Map([
      ...[...this.#told].filter(([key]) => !key.startsWith(`${topic}:`)),
      ...rows.map((row) => [keyOf(row), row.updatedAt.getTime()] as const),
    ]);
    return fresh;
  }
}

const keyOf = (row: ChangedRow): string => `${row.topic}:${row.id}:${row.releaseId ?? ''}`;
