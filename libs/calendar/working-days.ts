import { addDays, yearOf, type CivilDay } from './civil-day.js';
import type { DayVerdict, WorkingCalendar } from './working-calendar.js';

/** Where a number of working days leads, and every day that was not plain on the way. */
export interface Shifted {
  readonly date: CivilDay;
  /** Days passed over, in the order of walking. */
  readonly skipped: readonly DayVerdict[];
  /** Weekend days that counted because they are worked (调休上班). */
  readonly makeup: readonly DayVerdict[];
  /** At least one day on the way stands on a guess: recompute when its year's notice is known. */
  readonly provisional: boolean;
  /** Years whose notice would settle it. */
  readonly unknownYears: readonly number[];
}

/** Ten years of working days: a longer limit is a typing error, and walking it would hold up a server. */
export const furthestWorkdays = 2_500;

/**
 * `count` working days after (or, negative, before) a day; the day itself is not counted (民法典 §201).
 * With 0 it is the day itself if it is worked, else the next working day.
 */
export const shiftWorkdays = (calendar: WorkingCalendar, from: CivilDay, count: number): Shifted => {
  if (!Number.isInteger(count) || Math.abs(count) > furthestWorkdays)
    throw new RangeError(`a whole number of working days up to ${furthestWorkdays}, not ${count}`);
  const step = count < 0 ? -1 : 1;
  const skipped: DayVerdict[] = [];
  const makeup: DayVerdict[] = [];
  const walked: DayVerdict[] = [];
  let left = Math.max(1, Math.abs(count));
  let date = count === 0 ? addDays(from, -1) : from;
  while (left > 0) {
    date = addDays(date, step);
    const verdict = calendar.day(date);
    walked.push(verdict);
    if (!verdict.workday) skipped.push(verdict);
    else {
      left -= 1;
      if (verdict.basis === 'makeupWorkday') makeup.push(verdict);
    }
  }
  const guesses = walked.filter(({ provisional }) => provisional);
  return {
    date,
    skipped,
    makeup,
    provisional: guesses.length > 0,
    unknownYears: [...new Set(guesses.map((guess) => rulingYear(calendar, guess.date)))],
  };
};

const rulingYear = (calendar: WorkingCalendar, date: CivilDay): number =>
  calendar.years.includes(yearOf(date)) ? yearOf(date) + 1 : yearOf(date);
