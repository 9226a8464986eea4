import { addDays, addMonths, periodOf } from '@koujing/calendar';
import type { ReportName } from './report.api.js';

/** Months that the days touch, `2026-11`; a span of many years is told in as many as a page bears. */
export const monthsOf = (from: string, to: string): readonly string[] => {
  const months: string[] = [];
  const most = 120;
  for (let day = `${from.slice(0, 7)}-01`; day <= to && months.length < most; day = addMonths(day, 1))
    months.push(day.slice(0, 7));
  return months;
};

const monthOf = (day: string) => {
  const first = `${day.slice(0, 7)}-01`;
  return { first, last: addDays(addMonths(first, 1), -1) };
};

/** What can be closed, and on which period: half-year (Art.42), year (Art.38), month. */
const periods: Readonly<
  Partial<Record<ReportName, (day: string) => { readonly first: string; readonly last: string }>>
> = {
  bulletin: (day) => periodOf(day, 'halfYear'),
  annual: (day) => periodOf(day, 'year'),
  consistency: monthOf,
};

export const closesByPeriod = (name: ReportName): boolean => periods[name] !== undefined;

/** Whether the days are exactly one period of the report. */
export const isOnePeriod = (
  name: ReportName,
  { from, to }: { readonly from: string; readonly to: string },
): boolean => {
  const period = periods[name]?.(from);
  return period !== undefined && period.first === from && period.last === to;
};
