import { keyOf } from './key-set.js';

/** Sentences that a mask can name; what comes later seldom names the matter. */
export const SENTENCES = 32;

/** Content words of a text as parallel arrays, ascending by key: 12 bytes a word. */
export interface WeighedWords {
  readonly keys: Uint32Array;
  /** 0..1, how much the word says about the matter. */
  readonly rarities: Float32Array;
  /** Bit i is set where the word stands in sentence i. */
  readonly sentences: Uint32Array;
  readonly mass: number;
  readonly norm: number;
}

/** `sentences` holds the words of each sentence; words without rarity are left out. */
export function weighedWords(
  sentences: readonly (readonly string[])[],
  rarityOf: (word: string) => number,
): WeighedWords {
  const masks = new Map<string, number>();
  sentences.slice(0, SENTENCES).forEach((words, i) => {
    for (const word of words) masks.set(word, (masks.get(word) ?? 0) | (1 << i));
  });
  const entries: { readonly key: number; readonly rarity: number; readonly mask: number }[] = [];
  for (const [word, mask] of masks) {
    const rarity = rarityOf(word);
    if (rarity > 0) entries.push({ key: keyOf(word), rarity, mask });
  }
  entries.sort((x, y) => x.key - y.key);
  const rarities = Float32Array.from(entries, ({ rarity }) => rarity);
  let mass = 0;
  let squares = 0;
  for (const rarity of rarities) {
    mass += rarity;
    squares += rarity * rarity;
  }
  return {
    keys: Uint32Array.from(entries, ({ key }) => key),
    rarities,
    sentences: Uint32Array.from(entries, ({ mask }) => mask >>> 0),
    mass,
    norm: Math.sqrt(squares),
  };
}

export function hasWord({ keys }: WeighedWords, key: number): boolean {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = keys[middle] as number;
    if (value === key) return true;
    if (value < key) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
