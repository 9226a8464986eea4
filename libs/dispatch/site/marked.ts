import type { Marked } from '@koujing/template';

/** Around the first hit: three lines of a phone. */
const before = 24;
const length = 110;

/** The text with every word that was asked for marked; full-width and case make no difference. */
export const marked = (text: string, words: readonly string[]): Marked => {
  const spans = spansOf(text, words);
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    parts.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
};

/** A stretch of the text around its first hit, or its beginning. */
export const excerptOf = (text: string, words: readonly string[]): Marked => {
  const first = spansOf(text, words)[0]?.[0] ?? 0;
  const from = first <= before ? 0 : first - before;
  const cut = text.slice(from, from + length);
  const isCut = from + length < text.length;
  return marked(`${from > 0 ? '…' : ''}${cut}${isCut ? '…' : ''}`, words);
};

/** Where the words stand, those that touch or overlap as one. */
const spansOf = (text: string, words: readonly string[]): readonly (readonly [number, number])[] => {
  const plain = foldedByUnit(text);
  const found = words
    .flatMap((word) => occurrences(plain, word).map((at) => [at, at + word.length] as const))
    .toSorted(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of found) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
};

/** Folded unit by unit, so that every place is the same as in the text. */
const foldedByUnit = (text: string): string => {
  const all = text.normalize('NFKC').toLowerCase();
  if (all.length === text.length) return all;
  return Array.from(text, (sign) => {
    const one = sign.normalize('NFKC').toLowerCase();
    return one.length === sign.length ? one : sign;
  }).join('');
};

const occurrences = (text: string, word: string): readonly number[] => {
  const all: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) all.push(at);
  return all;
};
