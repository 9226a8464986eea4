import type { Profile } from './profile.js';

/** A word of both texts with its rarity. */
export type SharedWord = readonly [word: string, rarity: number];

/** Words of both, rarest first. */
export function sharedWords(a: Profile, b: Profile): readonly SharedWord[] {
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  const shared: SharedWord[] = [];
  for (const entry of small.words) if (large.words.has(entry[0])) shared.push(entry);
  return shared.sort((x, y) => y[1] - x[1]);
}

/** Share of the rare mass of a's title that stands anywhere in b: what is unmatched names another matter. */
export function titleCover(a: Profile, b: Profile): number {
  let matched = 0;
  let mass = 0;
  for (const [word, rarity] of a.titleWords) {
    mass += rarity;
    if (b.words.has(word) || b.text.includes(word)) matched += rarity;
  }
  return mass === 0 ? 0 : matched / mass;
}

/** Rarity of the rarest word that both titles have. */
export function titleShared(a: Profile, b: Profile): number {
  let best = 0;
  for (const [word, rarity] of a.titleWords) if (rarity > best && b.titleWords.has(word)) best = rarity;
  return best;
}

/** The most rare mass that one sentence of a shares with one sentence of b. */
export function sentenceMass(a: Profile, b: Profile, shared: readonly SharedWord[]): number {
  const holding = (profile: Profile): readonly (readonly SharedWord[])[] =>
    profile.sentences
      .map((sentence) => shared.filter(([word]) => sentence.has(word)))
      .filter((words) => words.length > 0);
  const left = holding(a);
  let best = 0;
  for (const sentence of holding(b))
    for (const words of left) {
      let mass = 0;
      for (const word of words) if (sentence.includes(word)) mass += word[1];
      if (mass > best) best = mass;
    }
  return Math.log1p(best);
}

/** Only the rarest shared words are looked at: common ones stand in every text. */
const KEYWORDS = 6;

/** For each keyword: how alike are the sentences around it once the word itself is removed? Empty without keywords. */
export const contexts = (a: Profile, b: Profile, shared: readonly SharedWord[]): readonly number[] =>
  shared.slice(0, KEYWORDS).map(([word]) => contextCosine(around(a, word), around(b, word)));

function around(profile: Profile, word: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const sentence of profile.sentences) {
    if (!sentence.has(word)) continue;
    for (const other of sentence) if (other !== word) words.set(other, profile.words.get(other) ?? 0);
  }
  return words;
}

function contextCosine(x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>): number {
  let dot = 0;
  let xx = 0;
  let yy = 0;
  for (const [word, rarity] of x) {
    xx += rarity * rarity;
    if (y.has(word)) dot += rarity * rarity;
  }
  for (const rarity of y.values()) yy += rarity * rarity;
  return dot === 0 ? 0 : dot / Math.sqrt(xx * yy);
}
