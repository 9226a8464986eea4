import { addDays, isCivilDay, yearOf, type CivilDay } from './civil-day.js';
import type { WorkingCalendar } from './working-calendar.js';
import { shiftWorkdays, type Shifted } from './working-days.js';

/** Periods in which a duty is to be done once (Art.29, 42). */
export type PeriodUnit = 'quarter' | 'halfYear' | 'year';

export interface Period {
  readonly unit: PeriodUnit;
  /** `2026-Q1`, `2026-H1`, `2026`. */
  readonly key: string;
  readonly first: CivilDay;
  readonly last: CivilDay;
}

const monthsOf: Readonly<Record<PeriodUnit, number>> = { quarter: 3, halfYear: 6, year: 12 };
const letterOf: Readonly<Record<PeriodUnit, string>> = { quarter: '-Q', halfYear: '-H', year: '' };

const pad = (number: number): string => String(number).padStart(2, '0');

/** The period that holds a day. */
export const periodOf = (day: CivilDay, unit: PeriodUnit): Period => {
  const months = monthsOf[unit];
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / months);
  const year = yearOf(day);
  const afterLast = index * months + months + 1;
  const next = afterLast > 12 ? `${year + 1}-01-01` : `${year}-${pad(afterLast)}-01`;
  return {
    unit,
    key: unit === 'year' ? String(year) : `${year}${letterOf[unit]}${index + 1}`,
    first: `${year}-${pad(index * months + 1)}-01`,
    last: addDays(next, -1),
  };
};

/** The same day of a later (or earlier) month; its last day where there is no such day. */
export const addMonths = (day: CivilDay, months: number): CivilDay => {
  const whole = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const head = `${Math.floor(whole / 12)}-${pad((whole % 12) + 1)}`;
  const date = `${head}-${day.slice(8)}`;
  if (isCivilDay(date)) return date;
  return addDays(addMonths(`${day.slice(0, 7)}-01`, months + 1), -1);
};

/**
 * The end of a limit told in calendar months: the day of the event is not counted, and an end on a day of rest
 * moves to the next working day (民法典 §201–203; Art.9: one month).
 */
export const monthsAfter = (calendar: WorkingCalendar, from: CivilDay, months: number): Shifted =>
  shiftWorkdays(calendar, addMonths(from, months), 0);
