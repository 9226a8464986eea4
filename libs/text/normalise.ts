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
/** The same where the form is one unit; 0 where it is none, several, or not yet known. */
const foldedUnit = new Uint16Array(0x10000);

const fold = (code: number): string => {
  const known = folded[code] as string;
  if (known !== unknown) return known;
  const char = String.fromCharCode(code);
  const form =
    keptMarks[char] ?? (code >= 0xd800 && code <= 0xdfff ? char : simplifyChar(char.normalize('NFKC')));
  folded[code] = form;
  if (form.length === 1) foldedUnit[code] = form.charCodeAt(0);
  return form;
};

/** Units and where each came from; a form of many units (㍿) may need more room than the original. */
class Units {
  private units: Uint16Array;
  private offsets: Uint32Array;
  length = 0;

  constructor(room: number) {
    this.units = new Uint16Array(room);
    this.offsets = new Uint32Array(room);
  }

  add(unit: number, offset: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.offsets[this.length] = offset;
    this.length += 1;
  }

  text(): string {
    if (this.length <= chunk) return String.fromCharCode.apply(null, this.of(0, this.length));
    const parts: string[] = [];
    for (let from = 0; from < this.length; from += chunk)
      parts.push(String.fromCharCode.apply(null, this.of(from, Math.min(this.length, from + chunk))));
    return parts.join('');
  }

  offsetsUsed(): Uint32Array {
    return this.offsets.slice(0, this.length);
  }

  private of(from: number, to: number): number[] {
    // `apply` takes any array-like; only its type says otherwise.
    return this.units.subarray(from, to) as unknown as number[];
  }

  private grow(): void {
    const { units, offsets } = this;
    this.units = new Uint16Array(units.length * 2 + 16);
    this.units.set(units);
    this.offsets = new Uint32Array(this.units.length);
    this.offsets.set(offsets);
  }
}

/** So many arguments a call takes without harm. */
const chunk = 8_192;

/** A space stays only between two words in Latin letters or digits; "27 例" and "6 月 1 日" close up. */
const keepsSpace = (before: number, after: number): boolean => isAscii(before) && isAscii(after);

/**
 * NFKC, traditional to simplified, dashes unified, spaces beside Chinese dropped; one pass, linear.
 * Line breaks stay, and so do the Chinese comma and semicolon, which are no thousands separators.
 */
export const normalise = (raw: string): NormalisedText => {
  const length = raw.length;
  const units = new Units(length);
  let lastCode = 0;
  let pendingSpace = -1;
  for (let index = 0; index < length; index += 1) {
    const code = raw.charCodeAt(index);
    if (isSpace(code)) {
      if (pendingSpace < 0) pendingSpace = index;
      continue;
    }
    const unit = foldedUnit[code] as number;
    const form = unit === 0 ? fold(code) : '';
    if (pendingSpace >= 0) {
      if (keepsSpace(lastCode, unit === 0 ? form.charCodeAt(0) : unit)) units.add(0x20, pendingSpace);
      pendingSpace = -1;
    }
    if (unit !== 0) units.add(unit, index);
    for (let at = 0; at < form.length; at += 1) units.add(form.charCodeAt(at), index);
    if (unit !== 0) lastCode = unit;
    else if (form.length > 0) lastCode = form.charCodeAt(form.length - 1);
  }
  const offsets = units.offsetsUsed();
  return { text: units.text(), rawOffset: (index) => offsets[index] ?? length };
};
