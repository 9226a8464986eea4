import { bigramsOf, containment } from './bigrams.js';
import type { Fact } from './fact.js';

/** One number miswritten: as long, two digits apart. Two organs' own numbers differ in more. */
const slipDigits = 2;
export const slipOf = (a: Fact, b: Fact): boolean => {
  if (a.value.type !== 'code' || b.value.type !== 'code') return false;
  const one = a.value.code;
  const other = b.value.code;
  if (one.length !== other.length) return false;
  return [...one].filter((digit, index) => digit !== other[index]).length <= slipDigits;
};

/** Every notice has a 咨询电话; only what else names the line makes two numbers the same line's. */
const anyLine = new Set(
  [
    '咨询电话',
    '服务热线',
    '客服电话',
    '联系电话',
    '小时',
    '监督',
    '举报',
    '投诉',
    '报名',
    '热线电话',
    '拨打',
    '可拨',
    '详情',
    '欢迎',
    '疑问',
    '如有',
    '请拨',
    '办理咨询电话',
    '大厅咨询',
    '大厅',
    '前往',
    '市民',
    '服务',
    '中心',
    '窗口',
  ].flatMap((word) => [...bigramsOf(word)]),
);
export const ownLine = (a: Fact, b: Fact): boolean =>
  isCustomerLine(a, b) || a.frame.near.some((pair) => !anyLine.has(pair) && b.frame.near.includes(pair));

/** 客服热线82316655, 客服82316566: a company has one line for its customers, and its own exchange. */
const isCustomerLine = (a: Fact, b: Fact): boolean =>
  [a, b].every(({ frame }) => frame.qualifiers.includes('line:客服')) &&
  exchangeOf(a) !== undefined &&
  exchangeOf(a) === exchangeOf(b);
/** All but the last four digits; 95598 has none. */
const exchangeOf = ({ value }: Fact): string | undefined =>
  value.type === 'code' ? /^(\d{3,8})\d{4}$/u.exec(value.code)?.[1] : undefined;

/** Two numbers of the same line: 举报热线, 举报电话. */
const sameLineBase = 0.35;
const sameLine = (a: Fact, b: Fact): boolean =>
  a.frame.qualifiers.some((one) => one.startsWith('line:') && b.frame.qualifiers.includes(one)) &&
  (slipOf(a, b) || ownLine(a, b));

/** A slip in the number of one thing that both sentences are about. */
const slipBase = 0.3;
const sameTopic = 0.4;
const sameThing = (a: Fact, b: Fact): boolean =>
  slipOf(a, b) && containment(a.frame.wide, b.frame.wide, 0) >= sameTopic;

/** What speaks for two numbers being one line's, before the words around them are asked. */
export const phoneBase = (a: Fact, b: Fact): number =>
  sameLine(a, b) ? sameLineBase : sameThing(a, b) ? slipBase : 0;
