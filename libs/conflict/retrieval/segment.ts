import type { IndexedDocument } from './indexed-document.js';
import { mergedLists, postingLists, type PostingLists } from './posting-lists.js';

/** Ordinals are 16 bits: a window then touches few segments, and an old segment is dropped whole. */
export const LARGEST_SEGMENT = 0x10000;

/** A frozen part of the index: documents ordered by publication time. About 2 bytes per distinct term of a document. */
export interface Segment {
  /** The numbers under which the documents were added. */
  readonly handles: Uint32Array;
  /** Milliseconds; what has no time sorts first. */
  readonly times: Float64Array;
  /** Numbers of distinct terms. */
  readonly lengths: Uint16Array;
  readonly longest: number;
  readonly once: PostingLists;
  /** Those of `once` whose key stands there more than once: a count costs nothing where it is 1. */
  readonly again: PostingLists;
  /** 1 where the document was removed. */
  readonly dead: Uint8Array;
}

/** Documents in any order. */
export function freeze(documents: readonly IndexedDocument[]): Segment {
  const ordered = [...documents].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const lengths = Uint16Array.from(ordered, ({ keys }) => Math.min(0xffff, keys.length));
  return {
    handles: Uint32Array.from(ordered, ({ handle }) => handle),
    times: Float64Array.from(ordered, ({ time }) => time),
    lengths,
    longest: lengths.reduce((most, length) => Math.max(most, length), 0),
    once: postingLists(pairs(ordered, ({ keys }) => keys)),
    again: postingLists(pairs(ordered, ({ repeated }) => repeated)),
    dead: new Uint8Array(ordered.length),
  };
}

function pairs(
  documents: readonly IndexedDocument[],
  keysOf: (document: IndexedDocument) => Uint32Array,
): Float64Array {
  const all = new Float64Array(documents.reduce((sum, document) => sum + keysOf(document).length, 0));
  let at = 0;
  documents.forEach((document, ordinal) => {
    for (const key of keysOf(document)) all[at++] = key * 0x10000 + ordinal;
  });
  return all.sort();
}

/** One segment of both, without what was removed. */
export function merge(a: Segment, b: Segment): Segment {
  const mapA = new Int32Array(a.handles.length).fill(-1);
  const mapB = new Int32Array(b.handles.length).fill(-1);
  const size = number(a, b, mapA, mapB);
  const handles = new Uint32Array(size);
  const times = new Float64Array(size);
  const lengths = new Uint16Array(size);
  for (const [from, map] of [
    [a, mapA],
    [b, mapB],
  ] as const)
    map.forEach((target, source) => {
      if (target < 0) return;
      handles[target] = from.handles[source] as number;
      times[target] = from.times[source] as number;
      lengths[target] = from.lengths[source] as number;
    });
  return {
    handles,
    times,
    lengths,
    longest: Math.max(a.longest, b.longest),
    once: mergedLists(a.once, b.once, mapA, mapB),
    again: mergedLists(a.again, b.again, mapA, mapB),
    dead: new Uint8Array(size),
  };
}

/** Gives the living documents of both their ordinals in the order of time. */
function number(a: Segment, b: Segment, mapA: Int32Array, mapB: Int32Array): number {
  let size = 0;
  for (let i = 0, j = 0; i < mapA.length || j < mapB.length;) {
    const fromA = j >= mapB.length || (i < mapA.length && (a.times[i] as number) <= (b.times[j] as number));
    if (fromA) {
      if (a.dead[i] === 0) mapA[i] = size++;
      i++;
    } else {
      if (b.dead[j] === 0) mapB[j] = size++;
      j++;
    }
  }
  return size;
}

export const segmentBytes = ({ handles, times, lengths, dead, once, again }: Segment): number =>
  [handles, times, lengths, dead, once.keys, once.offsets, once.docs, again.keys, again.offsets, again.docs]
    .map(({ byteLength }) => byteLength)
    .reduce((sum, bytes) => sum + bytes, 0);

/** First position in the ascending `values[from..to)` with value ≥ `wanted`. */
export function lowerBound(
  values: Uint16Array | Float64Array,
  wanted: number,
  from: number,
  to: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
