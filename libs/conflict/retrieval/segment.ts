/** One posting list under construction, ordinals ascending. */
export interface Postings {
  readonly docs: Uint32Array;
  readonly counts: Uint8Array;
}

export interface SegmentData {
  readonly ids: readonly string[];
  readonly times: Float64Array;
  readonly lengths: Uint16Array;
  readonly keys: Uint32Array;
  readonly offsets: Uint32Array;
  readonly postings: Postings;
}

/**
 * A frozen part of the index: documents ordered by publication time, terms ordered by key, posting lists ascending.
 * About 5 bytes per distinct term of a document.
 */
export class Segment implements SegmentData {
  readonly ids: readonly string[];
  readonly times: Float64Array;
  readonly lengths: Uint16Array;
  readonly keys: Uint32Array;
  readonly offsets: Uint32Array;
  readonly postings: Postings;
  /** 1 where the document was removed. */
  readonly dead: Uint8Array;

  constructor(data: SegmentData) {
    this.ids = data.ids;
    this.times = data.times;
    this.lengths = data.lengths;
    this.keys = data.keys;
    this.offsets = data.offsets;
    this.postings = data.postings;
    this.dead = new Uint8Array(data.ids.length);
  }

  /** Index of `key`, or -1. */
  find(key: number): number {
    let low = 0;
    let high = this.keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const value = this.keys[middle] as number;
      if (value === key) return middle;
      if (value < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** First ordinal with time ≥ `time`. */
  firstAt(time: number): number {
    return lowerBound(this.times, time, 0, this.times.length);
  }
}

/** First position in the ascending `values[from..to)` with value ≥ `wanted`. */
export function lowerBound(
  values: Uint32Array | Float64Array,
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
