export {
  addDays,
  civilDayOf,
  daysBetween,
  endOf,
  isCivilDay,
  startOf,
  weekdayOf,
  type CivilDay,
} from './civil-day.js';
export { loadCalendar } from './load-calendar.js';
export { addMonths, monthsAfter, periodOf, type Period, type PeriodUnit } from './period.js';
export { missingHolidays, WorkingCalendar, type DayBasis, type DayVerdict } from './working-calendar.js';
export { furthestWorkdays, shiftWorkdays, type Shifted } from './working-days.js';
export { spanOf, type Span } from './span.js';
export type { YearTable } from './year-table.js';
export { yearTableFromText, type TextMistake } from './year-text.js';
