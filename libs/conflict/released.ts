import type { Readings } from './readings.js';
import type { ReleaseText } from './release-text.js';
import { indexedDocument } from './retrieval/document.js';
import { ReleaseIndex } from './retrieval/release-index.js';

const RETRIEVED = 50;
/** The handle of a text that is not added. */
const BESIDE = -1;

/** A release that a search found, and how much the rare words of the window say for it. */
export interface Retrieved {
  readonly other: ReleaseText;
  readonly words: number;
}

/** What was released so far, to be searched by words. */
export class Released {
  private readonly index = new ReleaseIndex();
  private readonly handles = new Map<string, number>();
  /** By handle: the index knows releases by these numbers only. */
  private readonly releases = new Map<number, ReleaseText>();
  private nextHandle = 0;
  private readonly superseded = new Set<string>();

  constructor(
    private readonly readings: Readings,
    /** Milliseconds: what is further apart in time is not found. */
    private readonly windowMs: number,
  ) {}

  get size(): number {
    return this.handles.size;
  }

  add(release: ReleaseText): void {
    const handle = this.nextHandle++;
    this.handles.set(release.id, handle);
    this.releases.set(handle, release);
    if (release.supersedes !== undefined) this.superseded.add(release.supersedes);
    this.index.add(indexedDocument(handle, this.readings.profile(release)));
  }

  remove(id: string): void {
    const handle = this.handles.get(id);
    const release = handle === undefined ? undefined : this.releases.get(handle);
    if (handle === undefined || release === undefined) return;
    this.handles.delete(id);
    this.releases.delete(handle);
    this.readings.forget(id);
    this.index.remove(handle);
    if (release.supersedes !== undefined) this.superseded.delete(release.supersedes);
  }

  /** Answers how many were published before `time`, in milliseconds, and are gone. */
  removeBefore(time: number): number {
    const gone = this.index.removeBefore(time);
    for (const handle of gone) {
      const { id } = this.releases.get(handle) as ReleaseText;
      this.handles.delete(id);
      this.releases.delete(handle);
      this.readings.forget(id);
      // What it replaced is older as a rule; where it is not, it stays replaced.
      this.superseded.delete(id);
    }
    return gone.length;
  }

  /** Everything in the window around the release, whatever words it has; for a few. */
  *around({ id, publishedAt }: ReleaseText): Generator<ReleaseText> {
    const time = Date.parse(publishedAt ?? '');
    for (const other of this.releases.values())
      if (other.id !== id && !(Math.abs(Date.parse(other.publishedAt ?? '') - time) > this.windowMs))
        yield other;
  }

  /** Those in the window that share most words with the release, versions already superseded left out; `beside` as if it were added. */
  search(release: ReleaseText, beside?: ReleaseText): readonly Retrieved[] {
    const profile = this.readings.profile(release);
    const { keys } = indexedDocument(0, profile);
    const unknown = beside === undefined || this.handles.has(beside.id) ? undefined : beside;
    return this.index
      .search({
        keys,
        time: profile.time,
        windowMs: this.windowMs,
        limit: RETRIEVED,
        ...(unknown && { beside: indexedDocument(BESIDE, this.readings.profile(unknown)) }),
      })
      .map(({ handle, score }) => ({
        other: (handle === BESIDE ? unknown : this.releases.get(handle)) as ReleaseText,
        words: score,
      }))
      .filter(
        ({ other: { id } }) => id !== release.id && id !== release.supersedes && !this.superseded.has(id),
      );
  }
}
