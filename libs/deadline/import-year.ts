import { refuseIfAny, type Actor } from '@koujing/access';
import { missingHolidays, yearTableFrom, type YearTable } from '@koujing/calendar';
import { Problem } from '@koujing/kernel';
import type { CalendarChange, YearInput } from './calendar.api.js';
import { changeCalendar, mayChangeCalendar, type CalendarParts } from './change-calendar.js';
import { deadlineRefusal } from './refusal.js';

/**
 * Takes over the arrangement of a year. The State Council's notice comes late in the year before; until then every
 * limit that reaches into it is provisional.
 */
export class ImportYear {
  readonly reasons = mayChangeCalendar;

  constructor(private readonly parts: CalendarParts) {}

  perform({ table }: YearInput, actor: Actor): Promise<CalendarChange> {
    refuseIfAny(this.reasons(actor));
    const year = readYear(table);
    return changeCalendar(this.parts, {
      actor,
      action: 'calendar.importYear',
      subject: String(year.year),
      // A year's notice may rule the last days of the December before.
      span: { from: `${year.year - 1}-12-01`, to: `${year.year}-12-31` },
      detail: { papers: year.papers, days: year.days.length },
      write: (queries, done) => this.parts.years.saveYear(queries, year, done),
    });
  }
}

const readYear = (value: unknown): YearTable => {
  const read = yearTableFrom(value);
  if (!read.ok) {
    const [first, ...rest] = read.error.map(deadlineRefusal.yearMistake);
    if (first === undefined) throw new Error('a year table was refused without a mistake');
    throw new Problem('badInput', [first, ...rest]);
  }
  if (read.value.days.length === 0)
    throw new Problem('badInput', [deadlineRefusal.yearEmpty(read.value.year)]);
  const missing = missingHolidays(read.value);
  if (missing.length > 0)
    throw new Problem('badInput', [deadlineRefusal.yearIncomplete(read.value.year, missing)]);
  return read.value;
};
