import { simplifyChar } from './simplify.js';

/** A text in the form that the grammars read, and the way back to the original. */
export interface NormalisedText {
  readonly text: string;
  /** UTF-16 offset in the original of the unit at `index`; `index === text.length` gives the original's length. */
  readonly rawOffset: (index: number) => number;
}

/** Marks of the page that carry meaning as they stand, although NFKC would fold them into ASCII. */
const keptMarks: Readonly<Record<string, string>> = {
  '，': '，',
  '；': '；',
  '？': '？',
  '！': '！',
  Ι: 'I',
  '—': '-',
  '–': '-',
  '−': '-',
  '～': '~',
  '〜': '~',
  '﹣': '-',
  '·': '·',
};

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0x09 ||
  code === 0x0d ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0xfeff;
const isAscii = (code: number): boolean => code > 0x20 && code < 0x7f;

const unknown = '\uFFFF';
const folded: string[] = new Array<string>(0x10000).fill(unknown);

const fold = (code: number): string => {
  const known = folded[code] as string;
  if (known !== unknown) return known;
  const char = String.fromCharCode(code);
  const form =
    keptMarks[char] ?? (code >= 0xd800 && code <= 0xdfff ? char : simplifyChar(char.normalize('NFKC')));
  folded[code] = form;
  return form;
};

/** A space stays only between two words in Latin letters or digits; "27 例" and "6 月 1 日" close up. */
const keepsSpace = (before: number, after: number): boolean => isAscii(before) && isAscii(after);

/**
 * NFKC, traditional to simplified, dashes unified, spaces beside Chinese dropped; one pass, linear.
 * Line breaks stay, and so do the Chinese comma and semicolon, which are no thousands separators.
 */
export const normalise = (raw: string): NormalisedText => {
  const length = raw.length;
  const offsets: number[] = [];
  const parts: string[] = [];
  let lastCode = 0;
  let pendingSpace = -1;
  for (let index = 0; index < length; index += 1) {
    const code = raw.charCodeAt(index);
    if (isSpace(code)) {
      if (pendingSpace < 0) pendingSpace = index;
      continue;
    }
    const form = fold(code);
    if (pendingSpace >= 0) {
      if (keepsSpace(lastCode, form.charCodeAt(0))) {
        parts.push(' ');
        offsets.push(pendingSpace);
      }
      pendingSpace = -1;
    }
    for (let unit = 0; unit < form.length; unit += 1) offsets.push(index);
    parts.push(form);
    if (form.length > 0) lastCode = form.charCodeAt(form.length - 1);
  }
  const text = parts.join('');
  return { text, rawOffset: (index) => offsets[index] ?? length };
};
