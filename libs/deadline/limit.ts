import {
  addMonths,
  civilDayOf,
  daysBetween,
  endOf,
  monthsAfter,
  periodOf,
  shiftWorkdays,
  startOf,
  type CivilDay,
  type Shifted,
  type WorkingCalendar,
} from '@koujing/calendar';
import type { DeadlineRule } from './deadline-rule.js';

/** When a limit ends, and whether that rests on a year whose notice is not known yet. */
export interface Due {
  readonly at: Date;
  readonly provisional: boolean;
  /** The days on the way to it; null where none was counted (hours, periods, an end set by name). */
  readonly walk: Shifted | null;
}

/** An end that no calendar moves. */
export const fixedDue = (at: Date): Due => ({ at, provisional: false, walk: null });

const walkedDue = (walk: Shifted): Due => ({ at: endOf(walk.date), provisional: walk.provisional, walk });

/** What a pause left: so many working days, counted from the instant at which the clock ran again. */
export interface Remainder {
  readonly workdays: number;
  readonly from: Date;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * The end of a rule's limit from its event. Limits told in days end with the day (midnight in Shanghai); counted
 * backwards they end with the day that lies so far before the event. Hours are wall-clock hours, nights and holidays
 * included (Art.23).
 */
export const dueOf = (
  rule: Pick<DeadlineRule, 'unit' | 'direction' | 'clearDays'> & { readonly limit: number },
  event: Date,
  calendar: WorkingCalendar,
): Due => {
  const sign = rule.direction === 'before' ? -1 : 1;
  const day = civilDayOf(event);
  switch (rule.unit) {
    case 'minute':
      return fixedDue(new Date(event.getTime() + sign * rule.limit * minuteMs));
    case 'hour':
      return fixedDue(new Date(event.getTime() + sign * rule.limit * hourMs));
    case 'workday': {
      const count = rule.limit + (rule.clearDays ? 1 : 0);
      return walkedDue(shiftWorkdays(calendar, day, sign * count));
    }
    case 'month':
      return sign < 0
        ? fixedDue(endOf(addMonths(day, -rule.limit)))
        : walkedDue(monthsAfter(calendar, day, rule.limit));
    case 'quarter':
    case 'halfYear':
    case 'year':
      return fixedDue(endOf(periodOf(day, rule.unit).last));
  }
};

/** Working days left of a limit when its clock is stopped: a pause over a holiday must not give three days away. */
export const workdaysLeft = (from: Date, due: Date, calendar: WorkingCalendar): number =>
  workdaysBetween(civilDayOf(from), civilDayOf(due), calendar);

/** The end of what a pause left. */
export const dueOfRemainder = ({ workdays, from }: Remainder, calendar: WorkingCalendar): Due =>
  walkedDue(shiftWorkdays(calendar, civilDayOf(from), workdays));

const workdaysBetween = (from: CivilDay, to: CivilDay, calendar: WorkingCalendar): number => {
  const days = daysBetween(from, to);
  let count = 0;
  for (let ahead = 1; ahead <= days; ahead += 1)
    if (calendar.day(civilDayOf(new Date(startOf(from).getTime() + ahead * 24 * hourMs))).workday) count += 1;
  return count;
};

/** The instant at which so many percent of the span have passed. */
export const instantOf = (percent: number, from: Date, due: Date): Date =>
  new Date(from.getTime() + ((due.getTime() - from.getTime()) * percent) / 100);
