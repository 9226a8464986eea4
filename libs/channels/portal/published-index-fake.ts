import type { PublishedEntry, PublishedIndex } from './published-index.js';

/** The fake: an index of one process that lasts as long as the object. */
export class PublishedIndexFake implements PublishedIndex {
  readonly #entries = new Map<string, PublishedEntry>();
  #last: Promise<unknown> = Promise.resolve();

  async find(releaseId: string): Promise<PublishedEntry | null> {
    return this.#entries.get(releaseId) ?? null;
  }

  async record(entry: PublishedEntry): Promise<void> {
    const known = this.#entries.get(entry.releaseId);
    if (!known || known.version <= entry.version) this.#entries.set(entry.releaseId, entry);
  }

  async remove(releaseId: string): Promise<void> {
    this.#entries.delete(releaseId);
  }

  async newest(limit: number, column?: string): Promise<readonly PublishedEntry[]> {
    return [...this.#entries.values()]
      .filter((entry) => column === undefined || entry.column === column)
      .sort(
        (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.releaseId < b.releaseId ? 1 : -1),
      )
      .slice(0, limit);
  }

  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
