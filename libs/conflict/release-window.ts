import { Detector, type OrganRegister } from './detector.js';
import { extractorVersion } from './facts/index.js';
import type { SequencedText, StoredText } from './release-text-store.sql.js';
import type { SequencedHeard } from './heard/heard-text.js';
import { HeardTexts } from './heard/heard-texts.js';
import type { ReleaseText } from './release-text.js';
import type { FactsOfVersion } from './stored-facts.js';
import type { SequencedTold } from './told/told-text.js';
import { ToldTexts } from './told/told-texts.js';

/** Milliseconds. */
export interface Span {
  readonly from: number;
  /** Infinity: whatever is still to be released. */
  readonly to: number;
}

type VersionedText = Pick<StoredText, 'text' | 'version'>;

/** Up to which places of the order a span of time was read at least, and what the press was told in it. */
export interface WindowLevel {
  readonly last: number;
  readonly told: readonly SequencedTold[];
  readonly lastTold: number;
  /** What sites outside said in it. */
  readonly heard: readonly SequencedHeard[];
  readonly lastHeard: number;
}

/**
 * What was released in a span of time, and what the press was told in it, level with the order of both up to known places.
 * Each has a place of its own: two reads, one after the other, see no common moment.
 */
export class ReleaseWindow {
  readonly detector: Detector;
  #span: Span;
  readonly told: ToldTexts;
  readonly heard: HeardTexts;
  #last: number;
  #lastTold: number;
  #lastHeard: number;
  /** By id, in which version. */
  readonly #held = new Map<string, VersionedText>();
  /** Those of them without facts fit to be used. */
  readonly #unread = new Map<string, VersionedText>();

  constructor(register: OrganRegister, span: Span, level: WindowLevel) {
    this.detector = new Detector({ ...register, extractor: extractorVersion() });
    this.#span = span;
    this.#last = level.last;
    this.told = new ToldTexts(register);
    this.#lastTold = level.lastTold;
    this.heard = new HeardTexts(register);
    this.#lastHeard = level.lastHeard;
    for (const heard of level.heard) this.heard.hear(heard);
    for (const { text } of level.told) this.told.add(text);
  }

  get span(): Span {
    return this.#span;
  }

  get last(): number {
    return this.#last;
  }

  get lastTold(): number {
    return this.#lastTold;
  }

  get lastHeard(): number {
    return this.#lastHeard;
  }

  covers({ from, to }: Span): boolean {
    return this.#span.from <= from && to <= this.#span.to;
  }

  /** What the span held when its places were read. */
  fill(texts: readonly StoredText[]): void {
    for (const stored of texts) this.hold(stored);
  }

  /** In the order of release; what was read before is passed over. */
  add(texts: readonly Omit<SequencedText, 'uncommitted'>[]): void {
    for (const stored of texts) {
      const { gateSeq, text, withdrawn } = stored;
      if (gateSeq <= this.#last) continue;
      if (!withdrawn && this.concerns(text)) this.hold(stored);
      else this.letGo(text.id);
      this.#last = gateSeq;
    }
  }

  /** In the order of telling; what was read before is passed over. */
  hear(told: readonly SequencedTold[]): void {
    for (const { gateSeq, text } of told) {
      if (gateSeq <= this.#lastTold) continue;
      if (this.concerns(text)) this.told.add(text);
      this.#lastTold = gateSeq;
    }
  }

  /** What sites outside say, in the order of hearing; what was read before is passed over. */
  hearOutside(heard: readonly SequencedHeard[]): void {
    for (const each of heard) {
      if (each.gateSeq <= this.#lastHeard) continue;
      this.heard.hear(this.concerns(each.text) ? each : { ...each, withdrawn: true });
      this.#lastHeard = each.gateSeq;
    }
  }

  reregister(register: OrganRegister): void {
    // What was read by other places than the register names now is read anew, a few at a look.
    if (this.detector.reregister(register)) for (const [id, held] of this.#held) this.#unread.set(id, held);
    this.told.reregister(register);
    this.heard.reregister(register);
  }

  /** Facts of the next few releases that have none, to be stored with them; told to be `stored` they are not read again. */
  readNext(count: number): readonly FactsOfVersion[] {
    return [...this.#unread.values()].slice(0, count).map(({ text, version }) => {
      const facts = this.detector.factsToStore(text);
      this.detector.keepFacts(text, facts);
      return { releaseId: text.id, version, ...facts };
    });
  }

  stored(facts: readonly FactsOfVersion[]): void {
    for (const { releaseId, version } of facts)
      if (this.#unread.get(releaseId)?.version === version) this.#unread.delete(releaseId);
  }

  /** Lets go of what was released before `from`. */
  trim(from: number): void {
    this.detector.removeBefore(from);
    for (const [id, { text }] of this.#held)
      if (text.publishedAt !== null && Date.parse(text.publishedAt) < from) {
        this.#held.delete(id);
        this.#unread.delete(id);
      }
    this.told.removeBefore(from);
    this.heard.removeBefore(from);
    this.#span = { ...this.#span, from };
  }

  private hold(stored: StoredText): void {
    const { text, version, facts } = stored;
    const held = { text, version };
    this.#held.set(text.id, held);
    if (this.detector.add(text, facts)) this.#unread.delete(text.id);
    else this.#unread.set(text.id, held);
  }

  private letGo(id: string): void {
    this.detector.remove(id);
    this.#held.delete(id);
    this.#unread.delete(id);
  }

  /** An old text that replaces another is kept for that: the other must not be compared with. Undated ones are of any time. */
  private concerns({ publishedAt, supersedes }: ReleaseText): boolean {
    if (publishedAt === null || supersedes !== undefined) return true;
    const time = Date.parse(publishedAt);
    return time >= this.#span.from && time < this.#span.to;
  }
}
