import { dayNumber, isFullDate } from '@koujing/text';
import type { Alignment } from './align.js';
import type { Fact } from './fact.js';
import { startsOf } from './span-of-days.js';

/** A start and how many days it lasts: 自12月1日起封闭，工期45天. */
interface Lasting {
  readonly start: number;
  readonly days: Fact;
  readonly count: number;
}

/** A start and the day on which it is over: 12月1日至1月30日. */
interface Ending {
  readonly start: number;
  readonly end: Fact;
  readonly at: number;
}

const dayOf = ({ value }: Fact): number | null =>
  value.type === 'date' && isFullDate(value.date) ? dayNumber(value.date) : null;

const begins = (fact: Fact): boolean => fact.frame.role === 'start' || fact.frame.role === 'held';

const lastingIn = (facts: readonly Fact[]): readonly Lasting[] =>
  facts.flatMap((days): readonly Lasting[] => {
    const { value } = days;
    if (days.attribute !== 'period' || value.type !== 'quantity' || value.unit !== '天') return [];
    if (value.quantity.approximation !== 'exact' || value.quantity.interval.low !== value.quantity.value)
      return [];
    const starts = facts.filter(
      (fact) => fact.value.type === 'date' && begins(fact) && fact.sentenceKey === days.sentenceKey,
    );
    const start = starts.length === 1 ? dayOf(starts[0] as Fact) : null;
    return start === null ? [] : [{ start, days, count: value.quantity.value }];
  });

const endingIn = (facts: readonly Fact[]): readonly Ending[] =>
  [...startsOf(facts.filter(({ value }) => value.type === 'date'))].flatMap(([end, from]) => {
    const [start, at] = [dayOf(from), dayOf(end)];
    return start === null || at === null ? [] : [{ start, end, at }];
  });

/** Whether the first day and the last one count is told otherwise by everybody. */
const EITHER_END = 1;
const differs = ({ start, count }: Lasting, { at }: Ending): boolean =>
  Math.abs(start + count - at) > EITHER_END && Math.abs(start + count - 1 - at) > EITHER_END;

const between = (lasting: readonly Lasting[], ending: readonly Ending[]): readonly [Fact, Fact] | null => {
  for (const one of lasting)
    for (const other of ending)
      if (one.start === other.start && differs(one, other)) return [one.days, other.end];
  return null;
};

/** 12月1日起45天 beside 12月1日至1月30日: two lengths of one span, neither of which the other release names. */
export const otherLength = (factsA: readonly Fact[], factsB: readonly Fact[]): readonly Alignment[] => {
  const ahead = endingIn(factsA).length === 0 ? between(lastingIn(factsA), endingIn(factsB)) : null;
  if (ahead !== null) return [{ a: ahead[0], b: ahead[1], score: 1, agree: false }];
  const back = endingIn(factsB).length === 0 ? between(lastingIn(factsB), endingIn(factsA)) : null;
  return back === null ? [] : [{ a: back[1], b: back[0], score: 1, agree: false }];
};
