/** Distinct unsigned 32-bit keys, ascending: what a profile keeps of a set, in 4 bytes per member. */
export type KeySet = Uint32Array;

/** Shared by everything that has none: most slots of most releases are empty. */
export const NO_KEYS: KeySet = new Uint32Array(0);

/** FNV-1a. Two words of one pair of texts share a key once in some hundred thousand pairs: a little false evidence, no more. */
export function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers are their own keys. */
export function keySet(values: Iterable<string | number>): KeySet {
  const found: number[] = [];
  for (const value of values) found.push(typeof value === 'number' ? value : keyOf(value));
  if (found.length === 0) return NO_KEYS;
  const keys = new Uint32Array(found).sort();
  let distinct = 1;
  for (let i = 1; i < keys.length; i++) if (keys[i] !== keys[i - 1]) keys[distinct++] = keys[i] as number;
  return distinct === keys.length ? keys : keys.slice(0, distinct);
}

/** How many members two sets share. */
export function overlap(x: KeySet, y: KeySet): number {
  let common = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    const left = x[i] as number;
    const right = y[j] as number;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return common;
}

/** Both say something, and nothing in common. */
export const disjoint = (x: KeySet, y: KeySet): boolean =>
  x.length > 0 && y.length > 0 && overlap(x, y) === 0;

export const isSubset = (x: KeySet, y: KeySet): boolean => overlap(x, y) === x.length;
