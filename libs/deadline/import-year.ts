import { refuseIfAny, type Actor } from '@koujing/access';
import { missingHolidays, yearTableFromText, type YearTable } from '@koujing/calendar';
import { Problem } from '@koujing/kernel';
import type { CalendarChange, CalendarPreview, YearInput } from './calendar.api.js';
import {
  changeCalendar,
  mayChangeCalendar,
  previewCalendar,
  type CalendarParts,
  type Change,
} from './change-calendar.js';
import { deadlineRefusal } from './refusal.js';

/**
 * Takes over the arrangement of a year. The State Council's notice comes late in the year before; until then every
 * limit that reaches into it is provisional.
 */
export class ImportYear {
  readonly reasons = mayChangeCalendar;

  constructor(private readonly parts: CalendarParts) {}

  async perform(input: YearInput, actor: Actor): Promise<CalendarChange> {
    return changeCalendar(this.parts, this.#change(input, actor));
  }

  /** What it would change, to the day. */
  async preview(input: YearInput, actor: Actor): Promise<CalendarPreview> {
    return previewCalendar(this.parts, this.#change(input, actor));
  }

  #change({ text }: YearInput, actor: Actor): Change {
    refuseIfAny(this.reasons(actor));
    const year = readYear(text);
    return {
      actor,
      action: 'calendar.importYear',
      subject: String(year.year),
      // A year's notice may rule the last days of the December before.
      span: { from: `${year.year - 1}-12-01`, to: `${year.year}-12-31` },
      detail: { papers: year.papers, days: year.days.length },
      write: (queries, done) => this.parts.years.saveYear(queries, year, done),
    };
  }
}

const readYear = (text: string): YearTable => {
  const read = yearTableFromText(text);
  if (!read.ok) {
    const [first, ...rest] = read.error.map(deadlineRefusal.yearMistake);
    if (first === undefined) throw new Error('a year table was refused without a mistake');
    throw new Problem('badInput', [first, ...rest]);
  }
  const { table } = read.value;
  if (table.days.length === 0) throw new Problem('badInput', [deadlineRefusal.yearEmpty(table.year)]);
  const missing = missingHolidays(table);
  if (missing.length > 0)
    throw new Problem('badInput', [deadlineRefusal.yearIncomplete(table.year, missing)]);
  return table;
};
