/** A page the portal shows: what lists, feeds and the address book of live pages are built from. */
export interface PublishedEntry {
  readonly releaseId: string;
  readonly version: number;
  /** Path under the site root, e.g. `r/<id>.html`. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly organ: string;
  readonly column: string;
  /** First publication; a new version keeps it (never back-dated, never moved). */
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

/** Port owned by the portal channel; the ledger's database implements it, so that every process sees the same site. */
export interface PublishedIndex {
  /** The entry of a release, if it is live. */
  find(releaseId: string): Promise<PublishedEntry | null>;
  /** Idempotent; an older version never replaces a newer one. */
  record(entry: PublishedEntry): Promise<void>;
  remove(releaseId: string): Promise<void>;
  /** Newest first. */
  newest(limit: number, column?: string): Promise<readonly PublishedEntry[]>;
  /** One writer of lists and feeds at a time, across processes; otherwise a slow writer would publish an old list. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}
