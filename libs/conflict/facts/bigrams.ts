/** Sorted bigrams of a string, as lossless 32-bit pairs of UTF-16 units. */
export const bigramsOf = (text: string): Int32Array => {
  const count = Math.max(0, text.length - 1);
  const pairs = new Int32Array(count);
  for (let index = 0; index < count; index += 1)
    pairs[index] = (text.charCodeAt(index) << 16) | text.charCodeAt(index + 1);
  return sorted(pairs);
};

/** Most frames hold a dozen pairs, for which the engine's sort costs more than the sorting. */
const few = 32;

const sorted = (pairs: Int32Array): Int32Array => {
  if (pairs.length > few) return pairs.sort();
  for (let index = 1; index < pairs.length; index += 1) {
    const pair = pairs[index] as number;
    let at = index - 1;
    for (; at >= 0 && (pairs[at] as number) > pair; at -= 1) pairs[at + 1] = pairs[at] as number;
    pairs[at + 1] = pair;
  }
  return pairs;
};

/** Sorted, each once. */
export const distinct = (pairs: readonly number[]): Int32Array => {
  const all = sorted(Int32Array.from(pairs));
  let count = 0;
  for (let index = 0; index < all.length; index += 1)
    if (index === 0 || all[index] !== all[index - 1]) all[count++] = all[index] as number;
  return count === all.length ? all : all.slice(0, count);
};

/** Size of the multiset intersection of two sorted arrays. */
export const sharedCount = (one: Int32Array, other: Int32Array): number => {
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    const a = one[left] as number;
    const b = other[right] as number;
    if (a === b) {
      shared += 1;
      left += 1;
      right += 1;
    } else if (a < b) left += 1;
    else right += 1;
  }
  return shared;
};

/** Dice coefficient; two empty ones are alike. */
export const dice = (one: Int32Array, other: Int32Array): number => {
  const size = one.length + other.length;
  return size === 0 ? 1 : (2 * sharedCount(one, other)) / size;
};

/** The share of the smaller set that the other one holds; a set of one counts `lone` at most. */
export const containment = (one: Int32Array, other: Int32Array, lone: number): number => {
  const size = Math.min(one.length, other.length);
  if (size === 0) return 0;
  return (sharedCount(one, other) / size) * (size === 1 ? lone : 1);
};
