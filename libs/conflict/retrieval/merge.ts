import { Segment } from './segment.js';

/** Joins two segments into one, dropping what was removed; posting lists stay ascending in time. */
export function merge(a: Segment, b: Segment): Segment {
  const { mapA, mapB, size } = interleave(a, b);
  const ids = new Array<string>(size);
  const times = new Float64Array(size);
  const lengths = new Uint16Array(size);
  const copy = (from: Segment, map: Int32Array): void =>
    map.forEach((target, source) => {
      if (target < 0) return;
      ids[target] = from.ids[source] as string;
      times[target] = from.times[source] as number;
      lengths[target] = from.lengths[source] as number;
    });
  copy(a, mapA);
  copy(b, mapB);
  const lists = mergeLists(a, b, mapA, mapB);
  return new Segment({
    ids,
    times,
    lengths,
    keys: lists.keys,
    offsets: lists.offsets,
    postings: { docs: lists.docs, counts: lists.counts },
  });
}

function interleave(a: Segment, b: Segment): { mapA: Int32Array; mapB: Int32Array; size: number } {
  const mapA = new Int32Array(a.ids.length).fill(-1);
  const mapB = new Int32Array(b.ids.length).fill(-1);
  let size = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length || j < b.ids.length) {
    const fromA = j >= b.ids.length || (i < a.ids.length && (a.times[i] as number) <= (b.times[j] as number));
    if (fromA) {
      if (a.dead[i] === 0) mapA[i] = size++;
      i++;
    } else {
      if (b.dead[j] === 0) mapB[j] = size++;
      j++;
    }
  }
  return { mapA, mapB, size };
}

interface Lists {
  readonly keys: Uint32Array;
  readonly offsets: Uint32Array;
  readonly docs: Uint32Array;
  readonly counts: Uint8Array;
}

function mergeLists(a: Segment, b: Segment, mapA: Int32Array, mapB: Int32Array): Lists {
  const keys: number[] = [];
  const offsets: number[] = [];
  const docs = new Uint32Array(a.postings.docs.length + b.postings.docs.length);
  const counts = new Uint8Array(docs.length);
  let at = 0;
  let i = 0;
  let j = 0;
  while (i < a.keys.length || j < b.keys.length) {
    const keyA = i < a.keys.length ? (a.keys[i] as number) : Infinity;
    const keyB = j < b.keys.length ? (b.keys[j] as number) : Infinity;
    const key = Math.min(keyA, keyB);
    const left = keyA === key ? new Cursor(a, i++, mapA) : undefined;
    const right = keyB === key ? new Cursor(b, j++, mapB) : undefined;
    const start = at;
    for (;;) {
      const x = left?.peek() ?? -1;
      const y = right?.peek() ?? -1;
      if (x < 0 && y < 0) break;
      const source = y < 0 || (x >= 0 && x < y) ? (left as Cursor) : (right as Cursor);
      docs[at] = source.peek();
      counts[at++] = source.take();
    }
    if (at > start) {
      keys.push(key);
      offsets.push(start);
    }
  }
  offsets.push(at);
  return {
    keys: Uint32Array.from(keys),
    offsets: Uint32Array.from(offsets),
    docs: docs.slice(0, at),
    counts: counts.slice(0, at),
  };
}

/** Walks one posting list under its new numbering, skipping removed documents. */
class Cursor {
  private at: number;
  private readonly end: number;

  constructor(
    private readonly segment: Segment,
    index: number,
    private readonly map: Int32Array,
  ) {
    this.at = segment.offsets[index] as number;
    this.end = segment.offsets[index + 1] as number;
    this.skip();
  }

  /** New ordinal of the current posting, or -1 at the end. */
  peek(): number {
    return this.at < this.end ? (this.map[this.segment.postings.docs[this.at] as number] as number) : -1;
  }

  take(): number {
    const count = this.segment.postings.counts[this.at] as number;
    this.at++;
    this.skip();
    return count;
  }

  private skip(): void {
    while (this.at < this.end && (this.map[this.segment.postings.docs[this.at] as number] as number) < 0)
      this.at++;
  }
}
