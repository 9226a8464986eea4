import type { IndexedDocument } from './indexed-document.js';
import { findKey, type PostingLists } from './posting-lists.js';
import { freeze, LARGEST_SEGMENT, lowerBound, merge, segmentBytes, type Segment } from './segment.js';
import { Tail } from './tail.js';
import { TopList, type Candidate } from './top-list.js';

/** Its posting lists are plain arrays, dear in memory: small, but large enough that freezing is rare. */
const TAIL_LIMIT = 1_024;
/** BM25's usual constants; a term that stands there more than once counts as three times. */
const K1 = 1.2;
const B = 0.75;
const AGAIN = 3;

export interface RetrievalQuery {
  readonly keys: Uint32Array;
  /** Milliseconds; null searches all times. */
  readonly time: number | null;
  readonly windowMs: number;
  readonly limit: number;
}

/** Weights of the query's keys, and the mean number of distinct terms. */
interface Collection {
  readonly weights: Float64Array;
  readonly mean: number;
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

  /** Bytes held by the frozen segments, everything that a search needs but the tail of at most 1,024 documents. */
  bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segmentBytes(segment), 0);
  }

  /** Best first. */
  search(query: RetrievalQuery): readonly Candidate[] {
    if (this.alive === 0) return [];
    const slices = this.slices(query);
    const collection: Collection = {
      weights: this.termWeights(query.keys, slices),
      mean: this.totalLength / this.alive || 1,
    };
    const best = new TopList(query.limit);
    for (const slice of slices) scoreSlice(slice, query.keys, collection, best);
    this.scoreTail(query, collection, best);
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
  private termWeights(keys: Uint32Array, slices: readonly Slice[]): Float64Array {
    const documents = slices.reduce((sum, { segment }) => sum + segment.times.length, this.tail.length);
    const weights = new Float64Array(keys.length);
    keys.forEach((key, i) => {
      let frequency = this.tail.postings(key).length;
      for (const { segment } of slices) {
        const at = findKey(segment.once, key);
        if (at >= 0)
          frequency += (segment.once.offsets[at + 1] as number) - (segment.once.offsets[at] as number);
      }
      weights[i] = Math.max(0, Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5)));
    });
    return weights;
  }

  private scoreTail({ keys, time, windowMs }: RetrievalQuery, collection: Collection, best: TopList): void {
    const { tail } = this;
    const scores = new Float32Array(tail.length);
    const gains = gainsOf(tail.lengths, collection.mean);
    keys.forEach((key, i) => {
      const weight = collection.weights[i] as number;
      addAll(tail.postings(key), { scores, gains: gains.once, weight });
      addAll(tail.repeated(key), { scores, gains: gains.again, weight });
    });
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

/** What a term gives to each document where it stands once, and what more where it stands again. */
interface Gains {
  readonly once: Float32Array;
  readonly again: Float32Array;
}

function gainsOf(lengths: ArrayLike<number>, mean: number): Gains {
  const once = new Float32Array(lengths.length);
  const again = new Float32Array(lengths.length);
  for (let i = 0; i < once.length; i++) {
    const length = K1 * (1 - B + (B * (lengths[i] as number)) / mean);
    const one = (K1 + 1) / (1 + length);
    once[i] = one;
    again[i] = (AGAIN * (K1 + 1)) / (AGAIN + length) - one;
  }
  return { once, again };
}

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
  keys: Uint32Array,
  { weights, mean }: Collection,
  best: TopList,
): void {
  const scores = new Float32Array(to - from);
  const gains = gainsOf(segment.lengths.subarray(from, to), mean);
  keys.forEach((key, i) => {
    const weight = weights[i] as number;
    addList(segment.once, key, from, { scores, gains: gains.once, weight });
    addList(segment.again, key, from, { scores, gains: gains.again, weight });
  });
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
