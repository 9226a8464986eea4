import { civilTime } from '@koujing/kernel';
import type { FiguresReader, ReadFigures } from '@koujing/incident';
import { extractFacts, type Fact } from '../facts/index.js';

const names = ['deaths', 'injured', 'missing', 'trapped', 'evacuated'] as const;
type Name = (typeof names)[number];

const minuteMs = 60_000;
const offsetMs = 8 * 3_600_000;
const dayMinutes = 1_440;

/** An exact count of the whole: 至少3人, 新增1人 and 其中2人 say nothing about it. */
const countOf = (fact: Fact): number | null => {
  if (fact.value.type !== 'quantity' || fact.value.quantity.approximation !== 'exact') return null;
  if (fact.subset === true || fact.tally === 'new' || fact.former === true || fact.planned === true)
    return null;
  return fact.value.quantity.value;
};

/** Reads what a text says of casualties, with the grammar that compares releases. */
export class ReadCasualties implements FiguresReader {
  read({ organ, title, body, at }: Parameters<FiguresReader['read']>[0]): ReadFigures {
    const facts = extractFacts({ id: 'chain', organ, title, body, publishedAt: civilTime(at) });
    const figures: Partial<Record<Name, number>> = {};
    const moments: number[] = [];
    for (const fact of facts) {
      const name = names.find((each) => each === fact.attribute);
      const count = name === undefined ? null : countOf(fact);
      if (name === undefined || count === null) continue;
      // Of several counts the largest is the whole; a part mistaken for it would bar a right text as going back.
      figures[name] = Math.max(figures[name] ?? 0, count);
      if (fact.asOf !== undefined) moments.push(instantOf(fact.asOf, at));
    }
    return {
      figures,
      asOf: moments.length === 0 ? null : new Date(Math.max(...moments)),
      namesTime:
        facts.some(({ attribute, isAsOf }) => attribute === 'date' && isAsOf !== true) &&
        facts.some(({ attribute, isAsOf }) => attribute === 'time' && isAsOf !== true),
      namesPlace: facts.some(({ attribute }) => attribute === 'place'),
    };
  }
}

/** 截至11月23日 is the end of that day, or now if the day is not over. */
const instantOf = ({ minute, dayOnly }: NonNullable<Fact['asOf']>, at: Date): number => {
  const stated = (minute + (dayOnly ? dayMinutes : 0)) * minuteMs - offsetMs;
  return dayOnly ? Math.min(stated, at.getTime()) : stated;
};
