import { containment } from './bigrams.js';
import type { Fact } from './fact.js';
import { aboutMeets, peopleMatch, windowsMeet } from './likeness.js';
import { areOfTwoDays } from './measured.js';
import { ageRows, levelRows, momentRows, qualifiersMeet, shareRows, stateRows } from './qualifier.js';
import { reachesMeet } from './scope.js';

/** What an incident did to people: given once per incident. */
export const incidentTolls = new Set(['dead', 'injured', 'missing', 'trapped', 'casualties']);

/** The rows that single a value of this kind out; all where none are named. */
const rowsFor: Readonly<Record<string, readonly string[]>> = {
  polarity: stateRows,
  'quantity 岁': ageRows,
  'quantity %': shareRows,
  date: momentRows,
  time: momentRows,
  warningColour: levelRows,
  responseLevel: levelRows,
};

/** 13人死伤 and 专家14人: what became of the ones is told, and of the others nothing. */
const tollBesideBare = (a: Fact, b: Fact): boolean =>
  (a.statuses.length === 0) !== (b.statuses.length === 0) &&
  [...a.statuses, ...b.statuses].some((status) => incidentTolls.has(status));

/** 增长5.6% of one figure and 下降5.6% of another: only where the sentences speak of one figure do they contradict. */
const movedApart = ({ value: one, frame: a }: Fact, { value: other, frame: b }: Fact): boolean =>
  one.type === 'quantity' &&
  other.type === 'quantity' &&
  one.change !== undefined &&
  other.change !== undefined &&
  one.change !== other.change &&
  containment(a.wide, b.wide, 0) < ofOneFigure;
const ofOneFigure = 0.4;

/** 今年以来 and 前10个月 are one window. */
const SO_FAR = 'period:今年以来';
const qualifiersBeside = ({ frame }: Fact, { window, frame: other }: Fact): readonly string[] =>
  window !== undefined && /:1-/.test(window) && !other.qualifiers.includes(SO_FAR)
    ? frame.qualifiers.filter((qualifier) => qualifier !== SO_FAR)
    : frame.qualifiers;

/** Nothing said of two facts of one kind makes them two: neither their qualifiers nor whom and what they count over. */
export const maySpeakOfOne = (a: Fact, b: Fact, kind: string): boolean => {
  const [ofA, ofB] = [qualifiersBeside(a, b), qualifiersBeside(b, a)];
  if (!qualifiersMeet(ofA, ofB, rowsFor[kind]) || a.former !== b.former) return false;
  if (kind === 'people' || kind.startsWith('quantity')) {
    if (!reachesMeet(a.reach, b.reach) || !windowsMeet(a, b) || movedApart(a, b) || areOfTwoDays(a, b))
      return false;
    return kind !== 'people' || (peopleMatch(a, b) >= 0 && !tollBesideBare(a, b));
  }
  return aboutMeets(a, b);
};
