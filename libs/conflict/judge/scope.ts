import type { Attribute, FactConflict } from '../finding.js';
import type { ReleaseText } from '../release-text.js';

/** Counted over a population, so that the population must be one before the counts can disagree. */
const COUNTED: ReadonlySet<Attribute> = new Set<Attribute>([
  'deaths',
  'injured',
  'missing',
  'trapped',
  'evacuated',
  'people',
  'cases',
  'amount',
  'percent',
  'count',
]);
const WHOLE = /全(?:市|省|国|县|区)|各区/u;
const PART = /[\p{Script=Han}]{2}(?<![小社城园景校片务发全各我本])(?:区|县|镇|街道)/u;

/** 全市 in one text, one district in the other: sums over two populations, whatever clause they stand in. */
export function comparable(conflict: FactConflict, a: ReleaseText, b: ReleaseText): boolean {
  if (!COUNTED.has(conflict.attribute)) return true;
  return !(
    isPartOf(a, conflict.a.text, b, conflict.b.text) || isPartOf(b, conflict.b.text, a, conflict.a.text)
  );
}

/** One release headed 全市, the other headed by a district: the whole and a part of it, each told by its own. */
export const wholeAndPart = (a: ReleaseText, b: ReleaseText): boolean =>
  (WHOLE.test(a.title) && PART.test(b.title) && !PART.test(a.title)) ||
  (WHOLE.test(b.title) && PART.test(a.title) && !PART.test(b.title));

function isPartOf(part: ReleaseText, partClause: string, whole: ReleaseText, wholeClause: string): boolean {
  const speaksOfAll = WHOLE.test(whole.title) || WHOLE.test(wholeClause);
  const speaksOfPart = !WHOLE.test(part.title) && !WHOLE.test(partClause) && PART.test(part.title);
  return speaksOfAll && speaksOfPart && !PART.test(wholeClause);
}
