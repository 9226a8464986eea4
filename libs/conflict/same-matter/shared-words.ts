import type { Profile, TitleWord } from './profile.js';
import { hasWord, SENTENCES, type WeighedWords } from './weighed-words.js';

/** A word of both texts with its rarity and the sentences of either that hold it. */
export interface SharedWord {
  readonly rarity: number;
  readonly inA: number;
  readonly inB: number;
}

/** Words of both, rarest first. */
export function sharedWords(a: WeighedWords, b: WeighedWords): readonly SharedWord[] {
  const shared: SharedWord[] = [];
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length;) {
    const left = a.keys[i] as number;
    const right = b.keys[j] as number;
    if (left === right)
      shared.push({
        rarity: Math.min(a.rarities[i] as number, b.rarities[j] as number),
        inA: a.sentences[i] as number,
        inB: b.sentences[j] as number,
      });
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared.sort((x, y) => y.rarity - x.rarity);
}

/** Share of the rare mass of a's title that stands anywhere in b: what is unmatched names another matter. */
export function titleCover(a: Profile, b: Profile): number {
  let matched = 0;
  let mass = 0;
  for (const { text, key, rarity } of a.titleWords) {
    mass += rarity;
    if (hasWord(b.words, key) || b.text.includes(text)) matched += rarity;
  }
  return mass === 0 ? 0 : matched / mass;
}

/** Rarity of the rarest word that both titles have. */
export function titleShared(a: Profile, b: Profile): number {
  let best = 0;
  for (const word of a.titleWords)
    if (word.rarity > best && b.titleWords.some((other) => same(word, other))) best = word.rarity;
  return best;
}

const same = (x: TitleWord, y: TitleWord): boolean => x.key === y.key;

/** Written anew by each call: nothing here is asynchronous. */
const masses = new Float64Array(SENTENCES * SENTENCES);

/** The most rare mass that one sentence of a shares with one sentence of b. */
export function sentenceMass(shared: readonly SharedWord[]): number {
  if (shared.length === 0) return 0;
  masses.fill(0);
  let best = 0;
  for (const { rarity, inA, inB } of shared)
    for (let left = inA; left !== 0; left = (left & (left - 1)) >>> 0) {
      const row = (31 - Math.clz32(left & -left)) * SENTENCES;
      for (let right = inB; right !== 0; right = (right & (right - 1)) >>> 0) {
        const cell = row + 31 - Math.clz32(right & -right);
        const mass = (masses[cell] as number) + rarity;
        masses[cell] = mass;
        if (mass > best) best = mass;
      }
    }
  return Math.log1p(best);
}

/** Only the rarest shared words are looked at: common ones stand in every text. */
const KEYWORDS = 6;

/** For each keyword: how alike are the sentences around it once the word itself is removed? Empty without keywords. */
export const contexts = (a: Profile, b: Profile, shared: readonly SharedWord[]): readonly number[] =>
  shared.slice(0, KEYWORDS).map((keyword) => {
    let dot = 0;
    for (const word of shared)
      if (word !== keyword && (word.inA & keyword.inA) !== 0 && (word.inB & keyword.inB) !== 0)
        dot += word.rarity * word.rarity;
    if (dot === 0) return 0;
    const own = keyword.rarity * keyword.rarity;
    const x = squaresAround(a.words, keyword.inA) - own;
    const y = squaresAround(b.words, keyword.inB) - own;
    return x <= 0 || y <= 0 ? 0 : Math.min(1, dot / Math.sqrt(x * y));
  });

function squaresAround({ rarities, sentences }: WeighedWords, mask: number): number {
  let sum = 0;
  for (let i = 0; i < rarities.length; i++)
    if (((sentences[i] as number) & mask) !== 0) sum += (rarities[i] as number) ** 2;
  return sum;
}
