import { dayNumber, isFullDate } from '@koujing/text';
import type { Alignment } from './align.js';
import type { Fact } from './fact.js';

/** First and last day of 11月16日至22日, as day numbers. */
type Span = readonly [from: number, until: number];

const dayOf = ({ value }: Fact): number | null =>
  value.type === 'date' && isFullDate(value.date) ? dayNumber(value.date) : null;

/** The span of days that the sentence of the fact states, where it counts what was new in it. */
const countedSpanOf = (fact: Fact, facts: readonly Fact[]): Span | null => {
  const sentence = facts.filter(({ sentenceKey }) => sentenceKey === fact.sentenceKey);
  if (!sentence.some(({ tally }) => tally === 'new')) return null;
  const [from, until] = (['start', 'end'] as const).map((role) =>
    sentence
      .filter(({ frame }) => frame.role === role)
      .map(dayOf)
      .find((day) => day !== null),
  );
  return from == null || until == null || until < from ? null : [from, until];
};

/** 9日到15日新增46例, and 16日至22日新增39例: two weeks, each with its days and its count. */
export const areOfTwoSpans = (
  { a, b }: Alignment,
  factsA: readonly Fact[],
  factsB: readonly Fact[],
): boolean => {
  if (a.value.type !== 'date' && (a.tally !== 'new' || b.tally !== 'new')) return false;
  const [one, other] = [countedSpanOf(a, factsA), countedSpanOf(b, factsB)];
  return one !== null && other !== null && (one[1] < other[0] || other[1] < one[0]);
};
