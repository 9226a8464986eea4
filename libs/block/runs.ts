import type { Run } from './block.js';

export type Marks = Omit<Run, 'text'>;

/** A line break in the source between two Chinese characters is no blank in the text. */
const wrapped = /(?<=[\p{Script=Han}\p{Po}”）》])[ \t]*[\r\n]\s*(?=[\p{Script=Han}“（《])/gu;
/** Controls, zero-width characters and direction overrides: they hide what a reader signs. */
const unseen = /[\p{Cc}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gu;

/** Text as it is read: blanks folded, unseen characters gone. */
export const readable = (text: string): string =>
  text
    .replaceAll(wrapped, '')
    .replaceAll(/[\t\n\r\f\v \u{A0}\u{2028}\u{2029}]+/gu, ' ')
    .replaceAll(unseen, '')
    .toWellFormed();

/** Neighbours of the same marks joined, blanks at both ends and doubled blanks gone. */
export const tidy = (runs: readonly Run[]): Run[] => {
  const joined: { text: string; marks: Marks }[] = [];
  for (const { text, ...marks } of runs) {
    const last = joined.at(-1);
    const clean = !last || last.text.endsWith(' ') ? text.replace(/^ +/u, '') : text;
    if (clean === '') continue;
    if (last && sameMarks(last.marks, marks)) last.text += clean;
    else joined.push({ text: clean, marks });
  }
  const first = joined[0];
  if (first) first.text = first.text.trimStart();
  for (let last = joined.at(-1); last; last = joined.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    joined.pop();
  }
  if (first?.text === '') return tidy(joined.slice(1).map(({ text, marks }) => ({ text, ...marks })));
  return joined.map(({ text, marks }) => ({ text, ...marks }));
};

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.href === b.href;
