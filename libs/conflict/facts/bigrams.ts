/** Sorted bigrams of a string, as lossless 32-bit pairs of UTF-16 units. */
export const bigramsOf = (text: string): Int32Array => {
  const count = Math.max(0, text.length - 1);
  const pairs = new Int32Array(count);
  for (let index = 0; index < count; index += 1)
    pairs[index] = (text.charCodeAt(index) << 16) | text.charCodeAt(index + 1);
  return pairs.sort();
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
