import { isFullDate, mayBeSameDate } from '@koujing/text';
import type { Fact } from './fact.js';

/** What is measured anew each day: temperature, rain, flow, what is in the air. */
const MEASURES: ReadonlySet<string> = new Set([
  '度',
  '毫米',
  '立方米/秒',
  '微克/立方米',
  '毫克/立方米',
  '米/秒',
]);
const isMeasure = ({ value, frame }: Fact): boolean =>
  value.type === 'quantity' &&
  MEASURES.has(value.unit) &&
  !frame.qualifiers.includes('standard:标准') &&
  value.quantity.approximation !== 'atLeast';

/** 21日最低气温零下2℃ and 22日零下4℃: each day has its own. */
export const areOfTwoDays = (a: Fact, b: Fact): boolean =>
  isMeasure(a) &&
  isMeasure(b) &&
  a.day !== undefined &&
  b.day !== undefined &&
  isFullDate(a.day) &&
  isFullDate(b.day) &&
  !mayBeSameDate(a.day, b.day);

/** A day that says of when a measured value is, and nothing else. */
export const isDayOfMeasure = (fact: Fact, facts: readonly Fact[]): boolean =>
  fact.value.type === 'date' &&
  fact.frame.role === null &&
  facts.some((other) => isMeasure(other) && other.clauseStart === fact.clauseStart);
