import { dayNumber, isFullDate, publicationMoment } from '@koujing/text';
import type { FactConflict, FactSide } from '../finding.js';
import type { ReleaseText } from '../release-text.js';
import { pairKind } from '../same-matter/pair-kind.js';
import { fullText } from '../release-text.js';
import { aligned, tellsFormer } from './align.js';
import type { Alignment } from './align.js';
import { areOfTwoSpans } from './counted-span.js';
import { isOfWayOnly } from './change.js';
import { casualtySums } from './casualty-sum.js';
import { extractFacts } from './extract-facts.js';
import type { Fact } from './fact.js';
import { readableValue } from './fact-value.js';
import { freeOrPaid } from './free-of-charge.js';
import { answering } from './answers.js';
import { isLater, isProgress, oppositeStates } from './state-likeness.js';
import type { Published } from './state-likeness.js';
import { otherLength } from './length-of-span.js';
import { isDayOfMeasure } from './measured.js';
import { otherAddress } from './one-address.js';
import { inOneTerm } from './one-term.js';
import { areTwoIssues, otherWarning } from './other-warning.js';
import { isRemainder } from './remainder.js';
import { saidOtherwise } from './said-otherwise.js';
import { areOfTwoThings } from './two-things.js';
import { isUpdate } from './update.js';

/** Least likeness for a disagreement to be reported, by kind; crying wolf over loosely alike clauses is the worse mistake. */
const thresholds: Readonly<Record<string, number>> = {
  people: 0.5,
  polarity: 0.8,
  place: 0.6,
  date: 0.56,
  time: 0.58,
  warningColour: 0.5,
  responseLevel: 0.4,
  magnitude: 0.4,
  phone: 0.5,
  cause: 0.5,
  weekday: 0.45,
  hazard: 0.45,
  organ: 0.45,
  // 市民大道1号, 锦渡6号: of a bare number only the clause around it says what it numbers.
  'quantity 号': 0.85,
  section: 0.45,
  post: 0.45,
  advice: 0.45,
};
const defaultThreshold = 0.55;

const side = (release: ReleaseText, fact: Fact): FactSide => ({
  release: release.id,
  text: fullText(release).slice(fact.clauseStart, fact.clauseEnd).trim(),
  start: fact.start,
  end: fact.end,
  value: readableValue(fact),
  ...(fact.quoted !== undefined && { quoted: fact.quoted }),
});

const conflictOf = (a: ReleaseText, b: ReleaseText, pair: Alignment): FactConflict => ({
  // 增长1.5% and 下降1.5% disagree on which way, not on how much.
  attribute: isOfWayOnly(pair.a.value, pair.b.value) ? 'polarity' : pair.a.attribute,
  a: side(a, pair.a),
  b: side(b, pair.b),
  ...(isUpdate(a, b, pair) && { update: true as const }),
});

const minuteOf = (release: ReleaseText): number | null => {
  const now = publicationMoment(release.publishedAt);
  return now === null ? null : dayNumber(now) * 1440 + now.minute;
};

/** Started and then lifted, closed and then open: told one after the other. */
const movedOn = (pair: Alignment, published: Published): boolean =>
  isLater(pair.a, pair.b, published) || isProgress(pair.a, pair.b, published);

/** 报名11月8日结束, 笔试11月29日举行: one phase is over, another is told plainly; neither denies the other. */
const isPhase = ({ a, b }: Alignment): boolean => {
  if (a.value.type !== 'polarity' || b.value.type !== 'polarity') return false;
  const [one, other] = [a.value, b.value];
  return (one.words === '' && phase.test(other.words)) || (other.words === '' && phase.test(one.words));
};
const phase = /^(?:结束|启动|完成|开通)$/;

/** 增长 and 下降, told with the share that moved. */
const isToldByShare = ({ a, b }: Alignment, pairs: readonly Alignment[]): boolean =>
  a.value.type === 'polarity' &&
  pairs.some(
    (pair) =>
      isOfWayOnly(pair.a.value, pair.b.value) &&
      pair.a.clauseStart === a.clauseStart &&
      pair.b.clauseStart === b.clauseStart,
  );

/** 46个考点 beside 在8个考点附近: a number that counts nothing (`extract-facts.ts`). */
const isWhere = ({ a, b }: Alignment): boolean =>
  [a, b].some(
    ({ article, value }) => article === true && value.type === 'quantity' && value.quantity.value > 1,
  );

/** The streets where a section ends and the figures of a kilometre post are compared as the section and the post that they make. */
const isInside = ({ start, value }: Fact, facts: readonly Fact[]): boolean =>
  value.type !== 'code' &&
  facts.some(
    (fact) =>
      fact.value.type === 'code' &&
      (fact.value.kind === 'section' || fact.value.kind === 'post') &&
      fact.start <= start &&
      start < fact.end,
  );

/** Two organs that each speak of their own area (one typhoon, two cities) do not quarrel over where it is. */
const eachAtHome = (a: ReleaseText, b: ReleaseText, pair: Alignment): boolean => {
  if (pair.a.value.type !== 'place' || pair.b.value.type !== 'place' || a.organ === b.organ) return false;
  const isHome = (release: ReleaseText, name: string): boolean => release.organ.includes(name.slice(0, 2));
  return isHome(a, pair.a.value.name) && isHome(b, pair.b.value.name);
};

/** What two releases on one matter state differently. */
export interface Comparison {
  /** What cannot both hold, updates among them marked. */
  readonly conflicts: readonly FactConflict[];
  /** The same, of clauses less alike: for two releases of which each is the other's counterpart, and that show nothing else. */
  readonly loosely: () => readonly FactConflict[];
}

/**
 * Facts of two releases on one matter that cannot both hold, updates among them marked.
 * The caller decides that the matter is the same; against another period everything differs.
 */
export const compareFacts = (
  a: ReleaseText,
  b: ReleaseText,
  statedInA: readonly Fact[] = extractFacts(a),
  statedInB: readonly Fact[] = extractFacts(b),
): readonly FactConflict[] => comparison(a, b, statedInA, statedInB).conflicts;

/** Of the likeness that is asked of clauses otherwise, this much. Chosen on the cities that were worked on (`scenarios/`). */
const LOOSELY = 0.6;

export const comparison = (
  a: ReleaseText,
  b: ReleaseText,
  statedInA: readonly Fact[],
  statedInB: readonly Fact[],
): Comparison => {
  const [factsA, factsB] = inOneTerm(
    { text: fullText(a), facts: statedInA },
    { text: fullText(b), facts: statedInB },
  );
  const published = { a: minuteOf(a), b: minuteOf(b) };
  const found: Alignment[] = [];
  const loose: Alignment[] = [];
  // Who tells what was before contradicts nobody who said so before; who says so afterwards has not heard of the change.
  const overtaken = (pair: Alignment): boolean =>
    (!isBefore(published.a, published.b) && tellsFormer(factsA, pair.b)) ||
    (!isBefore(published.b, published.a) && tellsFormer(factsB, pair.a));
  for (const [kind, alignments] of aligned(factsA, factsB)) {
    const threshold = thresholds[kind] ?? defaultThreshold;
    for (const pair of alignments)
      if (
        !pair.agree &&
        pair.score >= threshold * LOOSELY &&
        !overtaken(pair) &&
        !isWhere(pair) &&
        !eachAtHome(a, b, pair) &&
        !(kind === 'polarity' && (isPhase(pair) || movedOn(pair, published)))
      )
        (pair.score >= threshold ? found : loose).push(pair);
  }
  const told = new Set(found.map((pair) => pair.a.start * 1e6 + pair.b.start));
  for (const pair of oppositeStates(factsA, factsB, published))
    if (!told.has(pair.a.start * 1e6 + pair.b.start)) found.push(pair);
  const taken = new Set(found.flatMap((pair) => [pair.a, pair.b]));
  const left = answering(factsA, factsB, { taken, byPress: pairKind(a, b) === 'news' });
  found.push(...left.filter((pair) => !isUpdate(a, b, pair) && !overtaken(pair)));
  const whole = { a: fullText(a), b: fullText(b) };
  const conflictsOf = (pairs: readonly Alignment[]): FactConflict[] =>
    pairs
      .filter(
        (pair) =>
          !isToldByShare(pair, pairs) &&
          !isInside(pair.a, factsA) &&
          !isInside(pair.b, factsB) &&
          !isRemainder(pair, factsA, factsB) &&
          !(isDayOfMeasure(pair.a, factsA) && isDayOfMeasure(pair.b, factsB)) &&
          !areOfTwoThings(pair, whole) &&
          !areOfTwoSpans(pair, factsA, factsB) &&
          !areTwoIssues(pair, factsA, factsB),
      )
      .map((pair) => conflictOf(a, b, { ...pair, a: inBody(pair.a, factsA), b: inBody(pair.b, factsB) }));
  const conflicts = conflictsOf(found);
  const texts = { a: { facts: factsA, text: fullText(a) }, b: { facts: factsB, text: fullText(b) } };
  const ofCost = (pair: Alignment): FactConflict => ({ ...conflictOf(a, b, pair), attribute: 'amount' });
  if (!conflicts.some(isOfCost)) conflicts.push(...freeOrPaid(texts.a, texts.b).map(ofCost));
  if (!conflicts.some(({ attribute }) => attribute === 'url'))
    conflicts.push(...otherAddress(texts.a, texts.b).map((pair) => conflictOf(a, b, pair)));
  if (!conflicts.some(({ attribute }) => attribute === 'period'))
    conflicts.push(
      ...otherLength(factsA, factsB).map((pair) => ({
        ...conflictOf(a, b, pair),
        attribute: 'period' as const,
      })),
    );
  for (const pair of otherWarning(factsA, factsB))
    conflicts.push({ ...conflictOf(a, b, pair), attribute: 'hazard' });
  for (const conflict of saidOtherwise(a, b))
    if (!conflicts.some((known) => tellsAlready(known, conflict))) conflicts.push(conflict);
  if (gapOf(published) < movedOnAfter)
    conflicts.push(...casualtySums({ release: a, facts: factsA }, { release: b, facts: factsB }));
  return {
    conflicts,
    loosely: () => [
      ...conflictsOf(loose.filter((pair) => !deniesOnly(pair) && !isFarOff(pair))),
      ...freeOrPaid(texts.a, texts.b, ANY_WORDS).map(ofCost),
    ],
  };
};

/** Two days of one thing, in words of their own, are near each other: 3月15日 and 11月5日 end two things. */
const A_MONTH = 31;
const isFarOff = ({ a: { value: one }, b: { value: other } }: Alignment): boolean =>
  one.type === 'date' &&
  other.type === 'date' &&
  isFullDate(one.date) &&
  isFullDate(other.date) &&
  Math.abs(dayNumber(one.date) - dayNumber(other.date)) > A_MONTH;

const ANY_WORDS = 0;
/** 避免空腹, 不要空腹: without a word that says how a thing stands, a 不 more or less shows nothing in clauses so little alike. */
const deniesOnly = ({ a: { value: one }, b: { value: other } }: Alignment): boolean =>
  one.type === 'polarity' && other.type === 'polarity' && (one.words === '' || other.words === '');

/** How a thing stands the title says in short and the body in full: that is what to quote. */
const inBody = (fact: Fact, facts: readonly Fact[]): Fact =>
  fact.frame.inTitle
    ? (facts.find(
        (other) => !other.frame.inTitle && other.attribute === fact.attribute && sayTheSame(fact, other),
      ) ?? fact)
    : fact;

const sayTheSame = (one: Fact, other: Fact): boolean => {
  const [x, y] = [one.value, other.value];
  if (x.type !== 'polarity' || y.type !== 'polarity') return false;
  return x.words !== '' && x.sign === y.sign && y.words.endsWith(x.words);
};

/** Told already, by the grammar of states: of how a thing stands one side is enough. */
const tellsAlready = (known: FactConflict, conflict: FactConflict): boolean => {
  const [a, b] = [isWithin(known.a, conflict.a), isWithin(known.b, conflict.b)];
  return known.attribute === 'polarity' && conflict.attribute === 'polarity' ? a || b : a && b;
};
const isWithin = (known: FactSide, side: FactSide): boolean =>
  known.text.includes(side.text) || side.text.includes(known.text);

/** 免费 beside 收费 is told already. */
const isOfCost = ({ attribute, a, b }: FactConflict): boolean =>
  attribute === 'polarity' && /[免收]/.test(a.value + b.value);

const isBefore = (one: number | null, other: number | null): boolean =>
  one !== null && other !== null && one < other;

/** A toll has moved on by the next day (`update.ts`). */
const movedOnAfter = 20 * 60;
const gapOf = ({ a, b }: Published): number => (a === null || b === null ? 0 : Math.abs(a - b));
