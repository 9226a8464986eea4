import type { PartialDate, Quantity } from '@koujing/text';
import type { Fact, MomentRole } from './fact.js';

/** Figures as precise as this are hardly the same by chance. */
const preciseDigits = 4;
const digitsOf = (value: number): number => String(value).replace(/^0\.?0*|\.|0+$/g, '').length;

/** A day on which something ends. */
const endWeight = 0.5;

export const quantityWeight = (quantity: Quantity, article: boolean): number => {
  if (quantity.approximation !== 'exact' || article) return 0;
  const digits = digitsOf(quantity.value);
  return digits >= preciseDigits ? 1 : digits === 3 ? 0.6 : digits === 2 ? 0.3 : 0;
};

export const dateWeight = (date: PartialDate, role: MomentRole | null): number =>
  date.day !== undefined && (role === 'end' || role === 'resumed') ? endWeight : 0;

const weightOf = ({ value, article, frame }: Fact): number => {
  if (value.type === 'quantity') return quantityWeight(value.quantity, article === true);
  return value.type === 'date' ? dateWeight(value.date, frame.role) : 0;
};

const keyOf = (fact: Fact): string => {
  const { value } = fact;
  if (value.type === 'quantity') return `${value.unit} ${value.quantity.value} ${fact.statuses.join()}`;
  return value.type === 'date' ? `date ${value.date.month ?? ''} ${value.date.day ?? ''}` : '';
};

/** 7月11日0时至12日18时: a span of days told to the hour at both ends is hardly two things'. */
export const SPAN_WEIGHT = 1;
const spansIn = (facts: readonly Fact[]): readonly string[] => {
  const hours = facts.filter(({ value, day }) => value.type === 'time' && day?.day !== undefined);
  return hours.slice(1).flatMap((end, index) => {
    const start = hours[index] as Fact;
    const isSpan =
      start.frame.role === 'start' &&
      (end.frame.role === 'end' || end.frame.role === 'resumed') &&
      start.sentenceKey === end.sentenceKey &&
      start.day?.day !== end.day?.day;
    return isSpan ? [[start, end].map(momentOf).join(' ')] : [];
  });
};
const momentOf = ({ value, day }: Fact): string =>
  `${day?.month ?? ''}-${day?.day ?? ''} ${value.type === 'time' ? value.minute : ''}`;

/** What two releases state alike that they would not state alike by chance: 962.7亿元 and 962.7亿元. */
export const commonGround = (one: readonly Fact[], other: readonly Fact[]): number => {
  const known = new Set(other.filter((fact) => weightOf(fact) > 0).map(keyOf));
  const shared = new Map<string, number>();
  for (const fact of one) {
    const key = keyOf(fact);
    if (known.has(key)) shared.set(key, weightOf(fact));
  }
  const spans = new Set(spansIn(other));
  const ofSpans = spansIn(one).some((span) => spans.has(span)) ? SPAN_WEIGHT : 0;
  return [...shared.values()].reduce((sum, weight) => sum + weight, ofSpans);
};
