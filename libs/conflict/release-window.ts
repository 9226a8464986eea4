import { Detector, type OrganRegister } from './detector.js';
import type { SequencedText } from './release-text-store.sql.js';
import type { ReleaseText } from './release-text.js';

/** Milliseconds. */
export interface Span {
  readonly from: number;
  /** Infinity: whatever is still to be released. */
  readonly to: number;
}

/** A detector that holds what was released in a span of time, level with the order of release up to a known place. */
export class ReleaseWindow {
  readonly detector: Detector;
  #span: Span;
  #last: number;

  /** `last`: the place up to which `texts` were read at least. */
  constructor(register: OrganRegister, span: Span, level: { texts: readonly ReleaseText[]; last: number }) {
    this.detector = new Detector(register);
    this.#span = span;
    this.#last = level.last;
    for (const text of level.texts) this.detector.add(text);
  }

  get span(): Span {
    return this.#span;
  }

  get last(): number {
    return this.#last;
  }

  covers({ from, to }: Span): boolean {
    return this.#span.from <= from && to <= this.#span.to;
  }

  /** In the order of release; what was read before is passed over. */
  add(texts: readonly Omit<SequencedText, 'version' | 'uncommitted'>[]): void {
    for (const { gateSeq, text, withdrawn } of texts) {
      if (gateSeq <= this.#last) continue;
      if (!withdrawn && this.concerns(text)) this.detector.add(text);
      else this.detector.remove(text.id);
      this.#last = gateSeq;
    }
  }

  /** Lets go of what was released before `from`. */
  trim(from: number): void {
    this.detector.removeBefore(from);
    this.#span = { ...this.#span, from };
  }

  /** An old text that replaces another is kept for that: the other must not be compared with. Undated ones are of any time. */
  private concerns({ publishedAt, supersedes }: ReleaseText): boolean {
    if (publishedAt === null || supersedes !== undefined) return true;
    const time = Date.parse(publishedAt);
    return time >= this.#span.from && time < this.#span.to;
  }
}
