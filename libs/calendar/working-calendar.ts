import { weekdayOf, yearOf, type CivilDay } from './civil-day.js';
import type { ArrangedDay, YearTable } from './year-table.js';

/** Why a day counts as a working day or does not. */
export type DayBasis =
  | 'weekday'
  | 'weekend'
  /** Off by the year's notice. */
  | 'holiday'
  /** 调休上班: a weekend day worked by the year's notice. */
  | 'makeupWorkday'
  /** Off by law in a year whose notice is not known yet. */
  | 'statutoryHoliday'
  /** A rest day of this city alone. */
  | 'localRestDay';

export interface DayVerdict {
  readonly date: CivilDay;
  readonly workday: boolean;
  readonly basis: DayBasis;
  /** Name of the holiday, '' for plain days. */
  readonly name: string;
  /** The notice that rules this day is not known yet: the verdict may change when it comes. */
  readonly provisional: boolean;
}

/**
 * From this day on, next year's notice may rule: the earliest such day so far was 29 December (2018-12-29,
 * made up for New Year). A week earlier costs only the word "provisional"; too late would call a guess final.
 */
const nextYearRulesFrom = '12-24';

/**
 * Days off on fixed dates by 《全国年节及纪念日放假办法》 (2024). The lunar ones (春节, 清明, 端午, 中秋) need the notice:
 * a table of guesses would look like knowledge.
 */
const statutory: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/** Which days are working days, as far as it is known. Immutable: a new year's table makes a new calendar. */
export class WorkingCalendar {
  readonly #years = new Map<number, YearTable>();
  readonly #days = new Map<CivilDay, ArrangedDay>();
  readonly #local: ReadonlyMap<CivilDay, string>;

  constructor(tables: readonly YearTable[], localRestDays: ReadonlyMap<CivilDay, string> = new Map()) {
    for (const table of tables) {
      // holiday-cn keeps an empty file for a year whose notice has not come: that is not knowledge.
      if (table.days.length === 0) continue;
      this.#years.set(table.year, table);
      for (const day of table.days) this.#days.set(day.date, day);
    }
    this.#local = localRestDays;
  }

  /** Years whose notice is known, ascending. */
  get years(): readonly number[] {
    return [...this.#years.keys()].sort((one, other) => one - other);
  }

  papersOf(year: number): readonly string[] {
    return this.#years.get(year)?.papers ?? [];
  }

  day(date: CivilDay): DayVerdict {
    const year = yearOf(date);
    const provisional =
      !this.#years.has(year) || (date.slice(5) >= nextYearRulesFrom && !this.#years.has(year + 1));
    const verdict = (workday: boolean, basis: DayBasis, name = ''): DayVerdict => ({
      date,
      workday,
      basis,
      name,
      provisional,
    });
    const local = this.#local.get(date);
    if (local !== undefined) return { ...verdict(false, 'localRestDay', local), provisional: false };
    const arranged = this.#days.get(date);
    if (arranged !== undefined)
      return {
        ...verdict(arranged.workday, arranged.workday ? 'makeupWorkday' : 'holiday', arranged.name),
        provisional: false,
      };
    const fixed = this.#years.has(year) ? undefined : statutory[date.slice(5)];
    if (fixed !== undefined) return verdict(false, 'statutoryHoliday', fixed);
    const weekday = weekdayOf(date);
    return weekday === 0 || weekday === 6 ? verdict(false, 'weekend') : verdict(true, 'weekday');
  }
}
