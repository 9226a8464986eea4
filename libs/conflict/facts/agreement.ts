import { mayBeEqual, mayBeSameDate, mayBeSameTime } from '@koujing/text';
import { bodiesAgree } from './body-named.js';
import { causesAgree } from './cause.js';
import type { FactValue } from './fact.js';
import { placesMayAgree } from './place-value.js';
import { daysMeet } from './recurring.js';
import { postsAgree, sectionsAgree } from './road-section.js';

type Of<T extends FactValue['type']> = Extract<FactValue, { type: T }>;

const datesAgree = (one: Of<'date'>, other: Of<'date'>): boolean => {
  const partial = one.stated.month === undefined && !one.relative ? one.stated : one.date;
  const otherPartial = other.stated.month === undefined && !other.relative ? other.stated : other.date;
  const years = one.stated.year !== undefined && other.stated.year !== undefined;
  const parts = (date: typeof partial): typeof partial => {
    if (years || (date.month === undefined && date.day === undefined)) return date;
    return {
      ...(date.month !== undefined && { month: date.month }),
      ...(date.day !== undefined && { day: date.day }),
    };
  };
  return mayBeSameDate(parts(partial), parts(otherPartial));
};

const isRange = ({ approximation, interval }: Of<'quantity'>['quantity']): boolean =>
  approximation === 'exact' && interval.low < interval.high;

const quantitiesAgree = (one: Of<'quantity'>, other: Of<'quantity'>, sameFrame: boolean): boolean => {
  if (one.change !== undefined && other.change !== undefined && one.change !== other.change) return false;
  const a = one.quantity;
  const b = other.quantity;
  // 35至64周岁 and 40—60周岁 are two rules, although some are of both ages.
  if (one.unit === '岁' && isRange(a) && isRange(b))
    return a.interval.low === b.interval.low && a.interval.high === b.interval.high;
  // The same clause with another bound (至少22人, 至少18人) states another figure, though both may hold.
  if (sameFrame && a.approximation === b.approximation && a.approximation !== 'exact' && a.grain === b.grain)
    return a.value === b.value;
  return mayBeEqual(a, b);
};

const sameCode = (one: string, other: string): boolean => one === other;
const codesAgree: Readonly<Partial<Record<Of<'code'>['kind'], typeof sameCode>>> = {
  cause: causesAgree,
  weekday: daysMeet,
  organ: bodiesAgree,
  section: sectionsAgree,
  post: postsAgree,
};

/** Whether two values of one attribute can both hold. `sameFrame`: the clauses around them are word for word alike. */
export const valuesAgree = (one: FactValue, other: FactValue, sameFrame: boolean): boolean => {
  if (one.type === 'quantity' && other.type === 'quantity') return quantitiesAgree(one, other, sameFrame);
  if (one.type === 'date' && other.type === 'date') return datesAgree(one, other);
  if (one.type === 'time' && other.type === 'time') {
    const wrap = (value: Of<'time'>): Parameters<typeof mayBeSameTime>[0] => ({
      ...value,
      kind: 'time',
      start: 0,
      end: 0,
    });
    return mayBeSameTime(wrap(one), wrap(other));
  }
  if (one.type === 'place' && other.type === 'place') return placesMayAgree(one.levels, other.levels);
  if (one.type === 'code' && other.type === 'code')
    return (codesAgree[one.kind] ?? sameCode)(one.code, other.code);
  if (one.type === 'polarity' && other.type === 'polarity') return one.sign === other.sign;
  return true;
};
