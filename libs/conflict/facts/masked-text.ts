import { stockWordAt } from '@koujing/text';
import type { Mention, Span } from '@koujing/text';

/** The mark that stands for a value of each kind in a masked sentence. */
const masks: Readonly<Record<Mention['kind'], string>> = {
  date: 'D',
  time: 'T',
  quantity: 'N',
  place: 'P',
  phone: 'H',
  url: 'U',
  documentNumber: 'W',
  warningColour: 'C',
  responseLevel: 'L',
  magnitude: 'M',
  state: 'S',
};
const dropped = new Set(['negation', 'aspect']);
const fillers = new Set([' ', '“', '”', '"', '「', '」', '#', '的', '了', '《', '》', '\u200b']);

/** A sentence with its values masked and its stock words made one, and where each mention went. */
export interface MaskedText {
  readonly text: string;
  /** The same with state words as they stand: what a clause is about. */
  readonly spoken: string;
  /** `spoken` with state words blotted out. */
  readonly stateless: string;
  readonly spokenPosition: (index: number) => number;
  /** Position in `text` for each mention inside the span, by index in the list given. */
  readonly at: ReadonlyMap<number, number>;
  /** Position in `text` of an original position. */
  readonly position: (index: number) => number;
}

const maskOf = (mention: Mention): string => {
  if (mention.kind === 'state') return dropped.has(mention.group) ? '' : masks.state;
  return mention.kind === 'quantity' && mention.unit.family === 'count'
    ? masks.quantity + mention.unit.base
    : masks[mention.kind];
};

/** State words and names of streets and bridges say what a clause is about. */
const spokenForm = (mention: Mention, form: string): string => {
  if (mention.kind === 'state') return form === '' ? '' : mention.word;
  const named = mention.kind === 'place' && mention.divisions.length === 0 && !/[区县旗]$/.test(mention.name);
  return named ? mention.name : form;
};

/** Masks the mentions from `first` on that lie in `span`. */
export const maskedText = (
  text: string,
  span: Span,
  mentions: readonly Mention[],
  first: number,
): MaskedText => {
  const at = new Map<number, number>();
  const positions: number[] = [];
  const spokenPositions: number[] = [];
  let out = '';
  let spoken = '';
  let stateless = '';
  let next = first;
  let index = span.start;
  while (index < span.end) {
    const mention = mentions[next];
    let length = 1;
    let form: string;
    if (mention && mention.start === index) {
      at.set(next, out.length);
      next += 1;
      length = mention.end - mention.start;
      form = maskOf(mention);
    } else {
      const stock = stockWordAt(text, index);
      const limit = mention ? mention.start : span.end;
      if (stock && index + stock.length <= limit) {
        length = stock.length;
        form = stock.canonical;
      } else {
        const char = text[index] as string;
        form = fillers.has(char) ? '' : char;
      }
    }
    for (let step = 0; step < length; step += 1) {
      positions.push(out.length);
      spokenPositions.push(spoken.length);
    }
    out += form;
    const here = mention?.start === index ? mention : undefined;
    const said = here ? spokenForm(here, form) : form;
    spoken += said;
    stateless += here?.kind === 'state' ? 'S'.repeat(said.length) : said;
    index += length;
  }
  const end = out.length;
  const spokenEnd = spoken.length;
  return {
    text: out,
    at,
    spoken,
    stateless,
    position: (original) => positions[original - span.start] ?? end,
    spokenPosition: (original) => spokenPositions[original - span.start] ?? spokenEnd,
  };
};
