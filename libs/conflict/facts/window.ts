import type { PublicationMoment } from '@koujing/text';
import { readMonth } from './window-month.js';

const cn = '一二三四五六七八九十';
const numeral = `(\\d{1,2}|[${cn}]{1,3})`;
const year = '(?:(\\d{4})年|(今年|去年|上年))?';
const patterns: readonly RegExp[] = [
  new RegExp(`${year}${numeral}(?:月份?)?[-~至到]${numeral}月(?!\\d{1,2}[日号])`),
  new RegExp(`${year}前${numeral}个?(月|季度)`),
  new RegExp(`${year}(?:第)?([一二三四])季度()`),
  new RegExp(`${year}(上半年|下半年|全年)()`),
  new RegExp(`(?<!\\d)(\\d{4})年(今年|去年)?(?:末|底|全年|度)?(?!\\d|[一二三四五六七八九十]{1,2}月)()()`),
  new RegExp(`${year}(?<!\\d)${numeral}月(?:份|(?=[，,]|当月|单月))()(?!\\d)`),
];
const quarters = '一二三四';
const halves: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  全年: [1, 12],
};

const monthsOf = (kind: number, first: string, second: string): readonly [number, number] | null => {
  if (kind === 0) {
    const from = readMonth(first);
    const to = readMonth(second);
    return from !== null && to !== null && from < to ? [from, to] : null;
  }
  if (kind === 1) {
    const count = readMonth(first);
    return count === null ? null : [1, second === '季度' ? count * 3 : count];
  }
  if (kind === 2) {
    const at = quarters.indexOf(first);
    return [at * 3 + 1, at * 3 + 3];
  }
  if (kind === 3) return halves[first] ?? null;
  if (kind === 4) return [1, 12];
  const month = readMonth(first);
  return month === null ? null : [month, month];
};

/**
 * The statistical window that a sentence states: 1-10月, 前三季度, 上半年, 10月份. Figures of two windows are two figures.
 * Null when it states none. `inForce` is the window of what was said before.
 */
export const windowIn = (
  sentence: string,
  now: PublicationMoment | null,
  inForce: string | null,
): string | null => {
  // 2025年…公布。全年…: of the year that was spoken of, not of the one in which it is published.
  const spokenOf = /^\d{4}(?=:)/.exec(inForce ?? '')?.[0];
  for (const [kind, pattern] of patterns.entries()) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const months = monthsOf(kind, match[3] as string, match[4] ?? '');
    if (months === null) continue;
    const ofYear = kind === 3 && match[2] === undefined ? spokenOf : undefined;
    const stated =
      match[1] ?? ofYear ?? (now === null ? '' : String(now.year - (/去|上/.test(match[2] ?? '') ? 1 : 0)));
    return `${stated}:${months[0]}-${months[1]}`;
  }
  return null;
};
