import { readNumeral } from '@koujing/text';
import { keyOf, keySet, overlap, type KeySet } from './same-matter/key-set.js';
import type { Profile } from './same-matter/profile.js';
import { figuresIn } from './same-matter/slots.js';
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
  const [told, before] = [figuresOf(newer), figuresOf(older)];
  const strange =
    told.filter((figure) => !before.includes(figure)).length + unmatched(newer.days, older.days);
  const rare = addsLittle(newer.text, older.text) ? 0 : rareShare(newer, older);
  return base * (1 - Math.min(0.9, 1.5 * rare)) * 0.35 ** strange;
}

/** 五百元以上二千元以下 and 500元以上2000元以下 are one fine; a day in numerals of either kind is among the days. */
const figuresOf = ({ text }: Profile): readonly string[] => [
  ...figuresIn(text.replace(SPELLED, inDigits).replace(CALLED, '')),
];
/** 拨打120求助 counts nobody. */
const CALLED = /(?<!\d)(?:11[09]|12[02]|12\d{3})(?!\d)/g;
const SPELLED = /[一二两三四五六七八九十百千万]{2,}(?=[元人户吨米亩名家所件个处辆套])/gu;
const inDigits = (spelled: string): string => {
  const read = readNumeral(spelled);
  return read === null ? spelled : String(read.value);
};

/** 并及时拨打120求助: a word or two put in, and not a letter taken out. */
const addsLittle = (newer: string, older: string): boolean => {
  if (newer.length < older.length || newer.length - older.length > MOST_ADDED) return false;
  let at = 0;
  for (const letter of newer) if (letter === older[at]) at += 1;
  return at === older.length;
};
/** Letters: less than names another street or another day. */
const MOST_ADDED = 6;

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
