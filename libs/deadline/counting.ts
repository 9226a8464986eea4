import type { Shifted, WorkingCalendar } from '@koujing/calendar';
import type { Deadline } from './deadline.js';
import { dueOf, dueOfRemainder, type Due } from './limit.js';

type Counted = Pick<Deadline, 'terms' | 'eventAt' | 'startedAt' | 'remainder'>;

/** How an end was reached: days that did not count, weekend days that did, and the notices that say so. */
export interface Counting extends Pick<Shifted, 'skipped' | 'makeup' | 'unknownYears'> {
  readonly papers: readonly string[];
}

const nothing: Counting = { skipped: [], makeup: [], unknownYears: [], papers: [] };

/**
 * The end of an open limit as the calendar has its days now. Null where it does not follow from the event: it was set by name, or
 * a month that was paused was shifted by the days of the pause.
 */
export const dueAnew = (
  { terms, remainder, eventAt, startedAt }: Counted,
  calendar: WorkingCalendar,
): Due | null => {
  if (remainder !== null) return dueOfRemainder(remainder, calendar);
  if (terms.limit === null) return null;
  const wasPaused = terms.direction === 'after' && startedAt.getTime() !== eventAt.getTime();
  return wasPaused ? null : dueOf({ ...terms, limit: terms.limit }, eventAt, calendar);
};

/** The days behind the end of a limit; nothing where none is counted (hours, periods, an end set by name). */
export const countingOf = (deadline: Counted, calendar: WorkingCalendar): Counting => {
  const walk = dueAnew(deadline, calendar)?.walk ?? null;
  if (walk === null) return nothing;
  const { date, skipped, makeup, unknownYears } = walk;
  const days = [date, ...skipped.map((day) => day.date)];
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))].sort();
  return { skipped, makeup, unknownYears, papers: years.flatMap((year) => calendar.papersOf(year)) };
};
