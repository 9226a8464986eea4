import { comparePair } from '@koujing/conflict';
import type { ReleaseText } from '../../libs/conflict/release-text.js';
import { components } from './components.js';
import { groupedInterval } from './measures.js';
import { eventId, readLines } from './training-set.js';

interface Expected {
  readonly attribute: string;
  readonly a: string;
  readonly b: string;
}

interface GoldLine {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly expect: readonly Expected[];
  readonly origin: string;
  readonly base?: string;
}

interface Row {
  readonly kind: string;
  readonly attribute: string;
  readonly hit: boolean;
  readonly group: number;
}

export interface Rate {
  readonly name: string;
  readonly count: number;
  readonly percent: number;
  readonly interval95: readonly [number, number];
}

/** Longer quotations explain nothing. */
const LONGEST_QUOTE = 120;

/** Recall on lines with a contradiction and false alarms on lines without, by kind and by attribute. */
export function contradictionRates(file: string): { recall: readonly Rate[]; falseAlarms: readonly Rate[] } {
  const lines = readLines<GoldLine>(file);
  const groups = components(lines.map(({ a, b }) => [eventId(a.id), eventId(b.id)]));
  const expected: Row[] = [];
  const clean: Row[] = [];
  lines.forEach((line, i) => {
    const found = comparePair(line.a, line.b).contradictions;
    const row = { kind: kindOf(line), group: groups[i] as number };
    if (line.expect.length === 0)
      clean.push({ ...row, attribute: 'none', hit: found.some(({ update }) => update !== true) });
    for (const fact of line.expect)
      expected.push({
        ...row,
        attribute: fact.attribute,
        hit: found.some(({ a, b }) => quotes(a.text, fact.a) && quotes(b.text, fact.b)),
      });
  });
  return { recall: rates(expected), falseAlarms: rates(clean) };
}

const kindOf = ({ origin, base }: GoldLine): string =>
  origin === 'real' ? 'real differences' : base === 'self' ? 'edited copies' : 'independent texts';

function rates(rows: readonly Row[]): readonly Rate[] {
  const parts = new Map<string, Row[]>([['all', [...rows]]]);
  for (const row of rows)
    for (const name of row.attribute === 'none' ? [row.kind] : [row.kind, `type ${row.attribute}`])
      parts.set(name, [...(parts.get(name) ?? []), row]);
  return [...parts].map(([name, part]) => ({
    name,
    count: part.length,
    percent: share(part),
    interval95: groupedInterval(part, share),
  }));
}

const share = (rows: readonly Row[]): number =>
  Math.round((1000 * rows.filter(({ hit }) => hit).length) / Math.max(1, rows.length)) / 10;

/** As the scorer of the development data: contained either way, or the expected number as a whole number. */
function quotes(found: string, wanted: string): boolean {
  const text = bare(found);
  const fact = bare(wanted);
  if (text === '' || text.length > LONGEST_QUOTE) return false;
  if (text.includes(fact) || fact.includes(text)) return true;
  const number = /\d+(?:\.\d+)?/.exec(fact)?.[0];
  return number !== undefined && [...text.matchAll(/\d+(?:\.\d+)?/g)].some(([other]) => other === number);
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’《》]+/g, '');
