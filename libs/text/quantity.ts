import { readNumeral } from './numeral.js';

/** The values that a stated quantity admits, both ends included; 至少 and 以上 are open upwards. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Approximation = 'exact' | 'about' | 'atLeast' | 'atMost' | 'more' | 'near';

export interface Quantity {
  /** The number as written, before any approximator. */
  readonly value: number;
  /** The worth of the last written digit. */
  readonly grain: number;
  readonly approximation: Approximation;
  readonly interval: Interval;
}

const before: readonly (readonly [string, Approximation])[] = [
  ['不低于', 'atLeast'],
  ['不得低于', 'atLeast'],
  ['不应低于', 'atLeast'],
  ['不能低于', 'atLeast'],
  ['不少于', 'atLeast'],
  ['不得少于', 'atLeast'],
  ['不应少于', 'atLeast'],
  ['至少', 'atLeast'],
  ['最少', 'atLeast'],
  ['超过', 'atLeast'],
  ['突破', 'atLeast'],
  ['多达', 'about'],
  ['逾', 'atLeast'],
  ['超', 'atLeast'],
  ['不超过', 'atMost'],
  ['不得超过', 'atMost'],
  ['不应超过', 'atMost'],
  ['不能超过', 'atMost'],
  ['不高于', 'atMost'],
  ['不得高于', 'atMost'],
  ['不应高于', 'atMost'],
  ['至多', 'atMost'],
  ['最多', 'atMost'],
  ['不足', 'near'],
  ['不到', 'near'],
  ['将近', 'near'],
  ['接近', 'near'],
  ['近', 'near'],
  ['大约', 'about'],
  ['约有', 'about'],
  ['约为', 'about'],
  ['约', 'about'],
  ['大概', 'about'],
  ['上下', 'about'],
];
const after: readonly (readonly [string, Approximation])[] = [
  ['以上', 'atLeast'],
  ['以下', 'atMost'],
  ['以内', 'atMost'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['许', 'about'],
];

const byLength = (list: readonly (readonly [string, Approximation])[]): typeof list =>
  [...list].sort((one, other) => other[0].length - one[0].length);
const prefixes = byLength(before);
const suffixes = byLength(after);

/** The approximator that ends right before `start`, if any; 最近 and 附近 are none. */
export const approximatorBefore = (text: string, start: number): Approximation | null => {
  for (const [word, kind] of prefixes) {
    if (!text.startsWith(word, start - word.length)) continue;
    const previous = text[start - word.length - 1] ?? '';
    // 签约27个, 预约3000人: nothing is estimated.
    if (word === '约' && '签预合契违节条公特相邀'.includes(previous) && previous !== '') continue;
    if (word === '近' && '最附远临靠新'.includes(previous) && previous !== '') return null;
    return kind;
  }
  return null;
};

/** The approximator that begins at `end`. */
export const approximatorAfter = (text: string, end: number): Approximation | null =>
  suffixes.find(([word]) => text.startsWith(word, end))?.[1] ?? null;

/** 100余 stays below 200, 3900余 below 4000, 1.2万余 below 1.3万: the last digit written that is not nought. */
const stepOf = (value: number, grain: number): number => {
  let step = grain;
  while (step < value && Math.round(value / step) % 10 === 0) step *= 10;
  return step;
};

/** A tenth either way: wide enough for 约100 beside 108, narrow enough to part 约50 from 约80. */
const aboutShare = 0.1;
/** 近100 and 不足100 stay above 85; the worse mistake is to flag 近百 beside 90. */
const nearShare = 0.15;

const intervalOf = (value: number, grain: number, approximation: Approximation): Interval => {
  switch (approximation) {
    case 'exact':
      return { low: value, high: value };
    case 'about': {
      const slack = Math.max(value * aboutShare, grain / 2);
      return { low: value - slack, high: value + slack };
    }
    case 'near':
      return { low: value * (1 - nearShare), high: value };
    case 'more':
      return { low: value, high: value + stepOf(value, grain) };
    case 'atLeast':
      return { low: value, high: Number.POSITIVE_INFINITY };
    case 'atMost':
      return { low: 0, high: value };
  }
};

/** Null when `numeral` is no number. */
export const quantityOf = (numeral: string, approximation: Approximation): Quantity | null => {
  const number = readNumeral(numeral);
  return (
    number && { ...number, approximation, interval: intervalOf(number.value, number.grain, approximation) }
  );
};

/** Multiplies by a unit's worth (万元 → 10000). */
export const scaled = (quantity: Quantity, factor: number): Quantity => ({
  ...quantity,
  value: Number((quantity.value * factor).toPrecision(15)),
  grain: quantity.grain * factor,
  interval: { low: quantity.interval.low * factor, high: quantity.interval.high * factor },
});

/** Two quantities that may be one number, the coarser of them rounded: 0.88亿 beside 8799万. */
export const mayBeEqual = (one: Quantity, other: Quantity): boolean => {
  const coarse = Math.max(one.grain, other.grain);
  const slack = (one.grain === other.grain ? 0 : coarse / 2) + Math.max(Math.abs(one.value), 1) * 1e-9;
  return one.interval.low <= other.interval.high + slack && other.interval.low <= one.interval.high + slack;
};
