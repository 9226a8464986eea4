import { keyOf, keySet, overlap, type KeySet } from './same-matter/key-set.js';
import type { Profile } from './same-matter/profile.js';
import { hasWord } from './same-matter/weighed-words.js';
import { contentWords } from './same-matter/words.js';

/**
 * Probability that one text is the other released again with no new fact. Length differs little, nearly all bigrams of the
 * shorter stand in the longer, and neither has a figure, a day or a rare word of its own. The worse mistake is to call next
 * month's bulletin a copy: every unmatched figure costs far more than a replaced stock word.
 */
export function duplicateProbability(a: Profile, b: Profile): number {
  if (a.text === b.text) return 1;
  const [x, y] = [bigramsOf(a.text), bigramsOf(b.text)];
  const common = overlap(x, y);
  const alike = 0.6 * (common / Math.min(x.length, y.length)) + 0.4 * (common / Math.max(x.length, y.length));
  const base = 1 / (1 + Math.exp(-24 * (alike - 0.8)));
  if (base < NO_COPY) return base;
  const [newer, older] = (a.time ?? 0) >= (b.time ?? 0) ? [a, b] : [b, a];
  const strange = unmatched(newer.figures, older.figures) + unmatched(newer.days, older.days);
  return base * (1 - Math.min(0.9, 1.5 * rareShare(newer, older))) * 0.35 ** strange;
}

/** Below this no word needs to be looked at. */
const NO_COPY = 0.01;

/** Never empty: a title and a body are joined by a line end. */
function bigramsOf(text: string): KeySet {
  const bigrams = new Set<number>([0]);
  for (let i = 1; i < text.length; i++)
    bigrams.add(((text.charCodeAt(i - 1) << 16) | text.charCodeAt(i)) >>> 0);
  return keySet(bigrams);
}

const unmatched = (x: KeySet, y: KeySet): number => x.length - overlap(x, y);

/** Share of the newer text's rare mass that the older text does not have. */
function rareShare(newer: Profile, older: Profile): number {
  const { keys, rarities, mass } = newer.words;
  const letters = new Map(contentWords(newer.text).map((word) => [keyOf(word), word]));
  let strange = 0;
  keys.forEach((key, i) => {
    const rarity = rarities[i] as number;
    if (rarity < 0.4 || hasWord(older.words, key)) return;
    const word = letters.get(key);
    if (word === undefined || !older.text.includes(word)) strange += rarity;
  });
  return strange / Math.max(1, mass);
}
