import { Segment } from './segment.js';

/** A document as the tail holds it: term keys ascending with their counts. */
export interface IndexedDocument {
  readonly id: string;
  /** Publication time in milliseconds; `-Infinity` sorts unknown times first. */
  readonly time: number;
  readonly length: number;
  readonly keys: Uint32Array;
  readonly counts: Uint8Array;
}

/** Builds a segment from documents in any order. */
export function freeze(documents: readonly IndexedDocument[]): Segment {
  const ordered = [...documents].sort((a, b) => a.time - b.time);
  const total = ordered.reduce((sum, document) => sum + document.keys.length, 0);
  const pairs = new Float64Array(total);
  let at = 0;
  ordered.forEach((document, ordinal) => {
    for (const key of document.keys) pairs[at++] = key * 0x200000 + ordinal;
  });
  pairs.sort();
  const { keys, offsets, docs } = splitPairs(pairs);
  const cursor = new Map<number, number>();
  keys.forEach((key, index) => cursor.set(key, index));
  const counts = new Uint8Array(total);
  const next = offsets.slice();
  for (const document of ordered) {
    document.keys.forEach((key, i) => {
      const index = cursor.get(key) as number;
      const position = next[index] as number;
      counts[position] = document.counts[i] as number;
      next[index] = position + 1;
    });
  }
  return new Segment({
    ids: ordered.map((document) => document.id),
    times: Float64Array.from(ordered, (document) => document.time),
    lengths: Uint16Array.from(ordered, (document) => document.length),
    keys,
    offsets,
    postings: { docs, counts },
  });
}

/** `pairs` holds key × 2^21 + ordinal, ascending (32 + 21 bits fit a double exactly). */
function splitPairs(pairs: Float64Array): { keys: Uint32Array; offsets: Uint32Array; docs: Uint32Array } {
  const docs = new Uint32Array(pairs.length);
  const keys: number[] = [];
  const offsets: number[] = [];
  let previous = -1;
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as number;
    const key = Math.floor(pair / 0x200000);
    docs[i] = pair - key * 0x200000;
    if (key !== previous) {
      keys.push(key);
      offsets.push(i);
      previous = key;
    }
  }
  offsets.push(pairs.length);
  return { keys: Uint32Array.from(keys), offsets: Uint32Array.from(offsets), docs };
}
