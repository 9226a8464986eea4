/** Posting lists of one frozen segment: which documents hold a key, ordinals ascending, 2 bytes each. */
export interface PostingLists {
  /** Ascending. */
  readonly keys: Uint32Array;
  /** Where the list of key i begins; one longer than `keys`. */
  readonly offsets: Uint32Array;
  readonly docs: Uint16Array;
}

/** Position of `key`, or -1. */
export function findKey({ keys }: PostingLists, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = keys[middle] as number;
    if (value === key) return middle;
    if (value < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** How many documents hold `key`. */
export function listLength(lists: PostingLists, key: number): number {
  const at = findKey(lists, key);
  return at < 0 ? 0 : (lists.offsets[at + 1] as number) - (lists.offsets[at] as number);
}

/** `pairs` holds key × 2^16 + ordinal, ascending: 48 bits fit a double exactly. */
export function postingLists(pairs: Float64Array): PostingLists {
  const docs = new Uint16Array(pairs.length);
  let distinct = 0;
  let previous = -1;
  for (const pair of pairs) {
    const key = Math.floor(pair / 0x10000);
    if (key !== previous) distinct++;
    previous = key;
  }
  const keys = new Uint32Array(distinct);
  const offsets = new Uint32Array(distinct + 1);
  previous = -1;
  let at = 0;
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as number;
    const key = Math.floor(pair / 0x10000);
    docs[i] = pair - key * 0x10000;
    if (key === previous) continue;
    keys[at] = key;
    offsets[at++] = i;
    previous = key;
  }
  offsets[distinct] = pairs.length;
  return { keys, offsets, docs };
}

/** The lists of both under the new numbering of `mapA` and `mapB`, where -1 is a document left out. */
export function mergedLists(
  a: PostingLists,
  b: PostingLists,
  mapA: Int32Array,
  mapB: Int32Array,
): PostingLists {
  const keys = new Uint32Array(a.keys.length + b.keys.length);
  const offsets = new Uint32Array(keys.length + 1);
  const docs = new Uint16Array(a.docs.length + b.docs.length);
  let at = 0;
  let count = 0;
  for (let i = 0, j = 0; i < a.keys.length || j < b.keys.length;) {
    const left = i < a.keys.length ? (a.keys[i] as number) : Infinity;
    const right = j < b.keys.length ? (b.keys[j] as number) : Infinity;
    const start = at;
    const fromA = left <= right ? (a.offsets[i] as number) : 0;
    const endA = left <= right ? (a.offsets[i + 1] as number) : 0;
    const fromB = right <= left ? (b.offsets[j] as number) : 0;
    const endB = right <= left ? (b.offsets[j + 1] as number) : 0;
    at = interleave(
      { docs: a.docs, at: fromA, end: endA, map: mapA },
      { docs: b.docs, at: fromB, end: endB, map: mapB },
      docs,
      at,
    );
    if (at > start) {
      keys[count] = Math.min(left, right);
      offsets[count++] = start;
    }
    if (left <= right) i++;
    if (right <= left) j++;
  }
  offsets[count] = at;
  return { keys: keys.slice(0, count), offsets: offsets.slice(0, count + 1), docs: docs.slice(0, at) };
}

interface Run {
  readonly docs: Uint16Array;
  at: number;
  readonly end: number;
  readonly map: Int32Array;
}

const head = (run: Run): number => {
  for (; run.at < run.end; run.at++) {
    const target = run.map[run.docs[run.at] as number] as number;
    if (target >= 0) return target;
  }
  return Infinity;
};

/** Both runs in ascending order into `into` from `at`; the position behind them. */
function interleave(x: Run, y: Run, into: Uint16Array, at: number): number {
  let left = head(x);
  let right = head(y);
  while (left !== Infinity || right !== Infinity) {
    if (left < right) {
      into[at++] = left;
      x.at++;
      left = head(x);
    } else {
      into[at++] = right;
      y.at++;
      right = head(y);
    }
  }
  return at;
}
