import { freeze, type IndexedDocument } from './freeze.js';
import { Tail } from './tail.js';
import { merge } from './merge.js';
import { lowerBound, type Segment } from './segment.js';

/** Its posting lists are plain arrays, dear in memory: small, but large enough that freezing is rare. */
const TAIL_LIMIT = 1_024;
/** BM25's usual constants. */
const K1 = 1.2;
const B = 0.75;

export interface Candidate {
  readonly id: string;
  readonly score: number;
}

export interface RetrievalQuery {
  readonly keys: Uint32Array;
  readonly counts: Uint8Array;
  /** Milliseconds; null searches all times. */
  readonly time: number | null;
  readonly windowMs: number;
  readonly limit: number;
}

/**
 * Windowed BM25 over bigrams and slots: frozen segments ordered by publication time plus a small mutable tail, so that a
 * window is a binary search in each posting list. Freezing merges segments of like size: N log N in all.
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
    this.totalLength += document.length;
    this.alive++;
    if (this.tail.length >= TAIL_LIMIT) this.freezeTail();
  }

  remove(id: string): void {
    const unfrozen = this.tail.remove(id);
    if (unfrozen !== undefined) {
      this.totalLength -= unfrozen.length;
      this.alive--;
      return;
    }
    for (const segment of this.segments) {
      const ordinal = segment.ids.indexOf(id);
      if (ordinal < 0 || segment.dead[ordinal] === 1) continue;
      segment.dead[ordinal] = 1;
      this.totalLength -= segment.lengths[ordinal] as number;
      this.alive--;
      return;
    }
  }

  /** Bytes held by the frozen segments, ids left out. */
  bytes(): number {
    return this.segments.reduce(
      (sum, segment) =>
        sum +
        segment.times.byteLength +
        segment.lengths.byteLength +
        segment.dead.byteLength +
        segment.keys.byteLength +
        segment.offsets.byteLength +
        segment.postings.docs.byteLength +
        segment.postings.counts.byteLength,
      0,
    );
  }

  /** Best first. */
  search(query: RetrievalQuery): readonly Candidate[] {
    if (this.alive === 0) return [];
    const weights = this.termWeights(query);
    const mean = this.totalLength / this.alive || 1;
    const best = new TopList(query.limit);
    for (const segment of this.segments) scoreSegment(segment, query, { weights, mean }, best);
    this.scoreTail(query, weights, mean, best);
    return best.sorted();
  }

  private termWeights(query: RetrievalQuery): Float64Array {
    return Float64Array.from(query.keys, (key) => {
      let frequency = this.tail.postings(key).ordinals.length;
      for (const segment of this.segments) {
        const index = segment.find(key);
        if (index >= 0)
          frequency += (segment.offsets[index + 1] as number) - (segment.offsets[index] as number);
      }
      return Math.max(0, Math.log(1 + (this.alive - frequency + 0.5) / (frequency + 0.5)));
    });
  }

  private scoreTail(query: RetrievalQuery, weights: Float64Array, mean: number, best: TopList): void {
    const scores = new Float64Array(this.tail.length);
    query.keys.forEach((key, i) => {
      const weight = weights[i] as number;
      const { ordinals, counts } = this.tail.postings(key);
      for (let k = 0; k < ordinals.length; k++) {
        const ordinal = ordinals[k] as number;
        const length = this.tail.at(ordinal)?.length ?? mean;
        scores[ordinal] = (scores[ordinal] as number) + weight * saturate(counts[k] as number, length, mean);
      }
    });
    scores.forEach((score, ordinal) => {
      const document = this.tail.at(ordinal);
      if (document === undefined || score <= best.floor) return;
      if (query.time === null || Math.abs(document.time - query.time) <= query.windowMs)
        best.offer(document.id, score);
    });
  }

  private freezeTail(): void {
    this.segments.push(freeze(this.tail.documents()));
    this.tail = new Tail();
    for (;;) {
      const last = this.segments.at(-1);
      const before = this.segments.at(-2);
      if (last === undefined || before === undefined || before.ids.length > last.ids.length * 2) return;
      this.segments.splice(-2, 2, merge(before, last));
    }
  }
}

const saturate = (count: number, length: number, mean: number): number =>
  (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / mean));

function scoreSegment(
  segment: Segment,
  query: RetrievalQuery,
  collection: { readonly weights: Float64Array; readonly mean: number },
  best: TopList,
): void {
  const from = query.time === null ? 0 : segment.firstAt(query.time - query.windowMs);
  const to = query.time === null ? segment.ids.length : segment.firstAt(query.time + query.windowMs + 1);
  if (from >= to) return;
  const scores = new Float32Array(to - from);
  const { docs, counts } = segment.postings;
  query.keys.forEach((key, i) => {
    const index = segment.find(key);
    if (index < 0) return;
    const weight = collection.weights[i] as number;
    const listEnd = segment.offsets[index + 1] as number;
    let at = lowerBound(docs, from, segment.offsets[index] as number, listEnd);
    for (; at < listEnd; at++) {
      const ordinal = docs[at] as number;
      if (ordinal >= to) break;
      const length = segment.lengths[ordinal] as number;
      scores[ordinal - from] =
        (scores[ordinal - from] as number) + weight * saturate(counts[at] as number, length, collection.mean);
    }
  });
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    if (score > best.floor && segment.dead[from + i] === 0)
      best.offer(segment.ids[from + i] as string, score);
  }
}

/** Keeps the best `limit` candidates in a small sorted array. */
class TopList {
  private readonly entries: Candidate[] = [];
  floor = 0;

  constructor(private readonly limit: number) {}

  offer(id: string, score: number): void {
    if (this.entries.length >= this.limit && score <= this.floor) return;
    let at = this.entries.length;
    while (at > 0 && (this.entries[at - 1] as Candidate).score < score) at--;
    this.entries.splice(at, 0, { id, score });
    if (this.entries.length > this.limit) this.entries.pop();
    if (this.entries.length >= this.limit) this.floor = (this.entries.at(-1) as Candidate).score;
  }

  sorted(): readonly Candidate[] {
    return this.entries;
  }
}
