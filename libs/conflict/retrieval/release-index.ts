import type { IndexedDocument } from './indexed-document.js';
import { findKey, listLength, type PostingLists } from './posting-lists.js';
import { freeze, LARGEST_SEGMENT, lowerBound, merge, segmentBytes, type Segment } from './segment.js';
import { Tail } from './tail.js';
import { TopList, type Candidate } from './top-list.js';

/** Its posting lists are plain arrays, dear in memory: small, but large enough that freezing is rare. */
const TAIL_LIMIT = 1_024;
/** BM25's usual constants; a term that stands there more than once counts as three times. */
const K1 = 1.2;
const B = 0.75;
const AGAIN = 3;
/**
 * Postings that one search reads, rarest terms first: a tenth of what a notice of 190 characters meets among 55,000 releases.
 * What is left out stands in a great part of them and tells little: recall@50 of the development pairs is the same with half as
 * many more, so a long text in a large window costs no more. The worse mistake is too few: with the 32 rarest terms only, hard pairs
 * are lost (DETECTION.md, "Retrieval").
 */
const POSTINGS = 100_000;
const ALWAYS_ASKED = 64;

export interface RetrievalQuery {
  readonly keys: Uint32Array;
  /** Milliseconds; null searches all times. */
  readonly time: number | null;
  readonly windowMs: number;
  readonly limit: number;
  /** Weighed as if it were here. */
  readonly beside?: IndexedDocument;
}

/** A key of the query and how rare it is. */
interface Term {
  readonly key: number;
  readonly weight: number;
}

/** What a term gives to a document of each number of distinct terms where it stands once, and what more where it stands again. */
interface Gains {
  readonly once: Float32Array;
  readonly again: Float32Array;
}

interface Question {
  readonly terms: readonly Term[];
  readonly gains: Gains;
}

/** The documents of one segment that lie in the window. */
interface Slice {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

/**
 * Windowed BM25 over bigrams and slots: frozen segments ordered by publication time plus a small mutable tail, so that a
 * window is a binary search in each posting list. Freezing merges segments of like size up to 65,536 documents.
 */
export class ReleaseIndex {
  private segments: Segment[] = [];
  private tail = new Tail();
  private totalLength = 0;
  private alive = 0;
  private readonly desk = new Desk();

  get size(): number {
    return this.alive;
  }

  add(document: IndexedDocument): void {
    this.tail.add(document);
    this.totalLength += document.keys.length;
    this.alive++;
    if (this.tail.length >= TAIL_LIMIT) this.freezeTail();
  }

  remove(handle: number): void {
    const unfrozen = this.tail.remove(handle);
    if (unfrozen !== undefined) return this.forget(unfrozen.keys.length);
    for (const { handles, dead, lengths } of this.segments) {
      const ordinal = handles.indexOf(handle);
      if (ordinal < 0 || dead[ordinal] === 1) continue;
      dead[ordinal] = 1;
      return this.forget(lengths[ordinal] as number);
    }
  }

  /** Takes out everything published before `time`, in milliseconds; answers the handles. Segments half empty are made anew. */
  removeBefore(time: number): readonly number[] {
    const gone: number[] = [];
    for (const document of this.tail.documents())
      if (document.time < time) {
        gone.push(document.handle);
        this.remove(document.handle);
      }
    this.segments = this.segments.flatMap((segment) => {
      const before = lowerBound(segment.times, time, 0, segment.times.length);
      for (let ordinal = 0; ordinal < before; ordinal++) {
        if (segment.dead[ordinal] === 1) continue;
        segment.dead[ordinal] = 1;
        this.forget(segment.lengths[ordinal] as number);
        gone.push(segment.handles[ordinal] as number);
      }
      if (before === segment.times.length) return [];
      return before * 2 > segment.times.length ? [merge(segment, freeze([]))] : [segment];
    });
    return gone;
  }

  /** Bytes held by the frozen segments, everything that a search needs but the tail of at most 1,024 documents. */
  bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segmentBytes(segment), 0);
  }

  /** Best first. */
  search(query: RetrievalQuery): readonly Candidate[] {
    if (this.alive === 0) return [];
    const slices = this.slices(query);
    const { beside } = query;
    const longest = Math.max(
      this.tail.longest,
      beside?.keys.length ?? 0,
      ...slices.map(({ segment }) => segment.longest),
    );
    const question: Question = {
      terms: this.terms(query.keys, slices),
      gains: gainsOf(longest, this.totalLength / this.alive || 1),
    };
    const best = new TopList(query.limit);
    for (const slice of slices) scoreSlice(slice, question, this.desk, best);
    this.scoreTail(query, question, best);
    if (beside !== undefined) best.offer(beside.handle, scoreOf(beside, question));
    return best.sorted();
  }

  private forget(length: number): void {
    this.totalLength -= length;
    this.alive--;
  }

  private slices({ time, windowMs }: RetrievalQuery): readonly Slice[] {
    return this.segments.flatMap((segment) => {
      const { times } = segment;
      const from = time === null ? 0 : lowerBound(times, time - windowMs, 0, times.length);
      const to = time === null ? times.length : lowerBound(times, time + windowMs + 1, 0, times.length);
      return from < to ? [{ segment, from, to }] : [];
    });
  }

  /** How rare a term is among the segments that the window touches: what is common this month tells little, whatever it was last year. */
  private terms(keys: Uint32Array, slices: readonly Slice[]): readonly Term[] {
    const documents = slices.reduce((sum, { segment }) => sum + segment.times.length, this.tail.length);
    const found = Array.from(keys, (key) => {
      let frequency = this.tail.postings(key).length;
      for (const { segment } of slices) frequency += listLength(segment.once, key);
      return { key, frequency };
    }).sort((x, y) => x.frequency - y.frequency || x.key - y.key);
    let read = 0;
    return found
      .filter(({ frequency }, i) => (read += frequency) <= POSTINGS || i < ALWAYS_ASKED)
      .map(({ key, frequency }) => ({
        key,
        weight: Math.max(0, Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))),
      }));
  }

  private scoreTail({ time, windowMs }: RetrievalQuery, { terms, gains }: Question, best: TopList): void {
    const { tail } = this;
    const { scores, once, again } = this.desk.laid(tail.lengths, gains);
    for (const { key, weight } of terms) {
      addAll(tail.postings(key), { scores, gains: once, weight });
      addAll(tail.repeated(key), { scores, gains: again, weight });
    }
    scores.forEach((score, ordinal) => {
      if (score <= best.floor) return;
      const document = tail.at(ordinal);
      if (document !== undefined && (time === null || Math.abs(document.time - time) <= windowMs))
        best.offer(document.handle, score);
    });
  }

  private freezeTail(): void {
    this.segments.push(freeze(this.tail.documents()));
    this.tail = new Tail();
    for (;;) {
      const last = this.segments.at(-1);
      const before = this.segments.at(-2);
      if (last === undefined || before === undefined) return;
      const size = before.handles.length + last.handles.length;
      if (before.handles.length > last.handles.length * 2 || size > LARGEST_SEGMENT) return;
      this.segments.splice(-2, 2, merge(before, last));
    }
  }
}

function scoreOf({ keys, repeated }: IndexedDocument, { terms, gains }: Question): number {
  const held = new Set(keys);
  const again = new Set(repeated);
  const [once, more] = [gains.once, gains.again].map((gain) => gain[keys.length] as number) as [
    number,
    number,
  ];
  return terms.reduce(
    (sum, { key, weight }) =>
      sum + (held.has(key) ? weight * once : 0) + (again.has(key) ? weight * more : 0),
    0,
  );
}

function gainsOf(longest: number, mean: number): Gains {
  const once = new Float32Array(longest + 1);
  const again = new Float32Array(longest + 1);
  for (let terms = 0; terms <= longest; terms++) {
    const length = K1 * (1 - B + (B * terms) / mean);
    const one = (K1 + 1) / (1 + length);
    once[terms] = one;
    again[terms] = (AGAIN * (K1 + 1)) / (AGAIN + length) - one;
  }
  return { once, again };
}

/** Arrays used anew by each search: a window of 60,000 documents would otherwise leave most of a megabyte behind. */
class Desk {
  private arrays = [new Float32Array(TAIL_LIMIT), new Float32Array(TAIL_LIMIT), new Float32Array(TAIL_LIMIT)];

  /** Scores of zero, and the gains of each document, which is read once per posting. */
  laid(lengths: ArrayLike<number>, gains: Gains): Gains & { readonly scores: Float32Array } {
    const { length } = lengths;
    if ((this.arrays[0] as Float32Array).length < length)
      this.arrays = this.arrays.map(() => new Float32Array(length));
    const [scores, once, again] = this.arrays.map((array) => array.subarray(0, length)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    scores.fill(0);
    for (let at = 0; at < length; at++) {
      const terms = lengths[at] as number;
      once[at] = gains.once[terms] as number;
      again[at] = gains.again[terms] as number;
    }
    return { scores, once, again };
  }
}

/** One term's share, added to the scores of the documents that hold it. */
interface Scoring {
  readonly scores: Float32Array;
  readonly gains: Float32Array;
  readonly weight: number;
}

function addAll(ordinals: readonly number[], { scores, gains, weight }: Scoring): void {
  for (const ordinal of ordinals)
    scores[ordinal] = (scores[ordinal] as number) + weight * (gains[ordinal] as number);
}

function scoreSlice(
  { segment, from, to }: Slice,
  { terms, gains }: Question,
  desk: Desk,
  best: TopList,
): void {
  const { scores, once, again } = desk.laid(segment.lengths.subarray(from, to), gains);
  for (const { key, weight } of terms) {
    addList(segment.once, key, from, { scores, gains: once, weight });
    addList(segment.again, key, from, { scores, gains: again, weight });
  }
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (score > best.floor && segment.dead[from + at] === 0)
      best.offer(segment.handles[from + at] as number, score);
  }
}

/** Adds what the key's list gives to the documents from ordinal `from` on, as many as there are scores. */
function addList(lists: PostingLists, key: number, from: number, { scores, gains, weight }: Scoring): void {
  const index = findKey(lists, key);
  if (index < 0) return;
  const { docs, offsets } = lists;
  const end = offsets[index + 1] as number;
  for (let at = lowerBound(docs, from, offsets[index] as number, end); at < end; at++) {
    const place = (docs[at] as number) - from;
    if (place >= scores.length) return;
    scores[place] = (scores[place] as number) + weight * (gains[place] as number);
  }
}
