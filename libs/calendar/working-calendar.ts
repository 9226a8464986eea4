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

/** Holidays whose day the lunar calendar sets: a notice names every one of them. */
const lunar = ['春节', '清明节', '端午节', '中秋节'];

/**
 * What a year's table fails to say: an arrangement typed in half would turn the National Day into a working day, unseen.
 * Judged by the law of 2024, so for years from 2025 on.
 */
export const missingHolidays = (table: YearTable): readonly string[] => {
  const calendar = new WorkingCalendar([table]);
  const named = new Set(table.days.map(({ name }) => name.replace(/节$/u, '')));
  const days = Object.entries(statutory)
    .map(([day, name]) => ({ date: `${table.year}-${day}`, name }))
    .filter(({ date }) => calendar.day(date).workday)
    .map(({ date, name }) => `${name} ${date}`);
  const names = lunar.filter((name) => ![...named].some((known) => known.includes(name.replace(/节$/u, ''))));
  return [...days, ...names];
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

  /** A new calendar in which these years are as given here, and these days are days of rest of this city alone. */
  with(tables: readonly YearTable[], localRestDays: ReadonlyMap<CivilDay, string>): WorkingCalendar {
    const years = new Map([...this.#years, ...tables.map((table) => [table.year, table] as const)]);
    return new WorkingCalendar([...years.values()], localRestDays);
  }

  /** Years whose notice is known, ascending. */
  get years(): readonly number[] {
    return [...this.#years.keys()].sort((one, other) => one - other);
  }

  /** The arrangement of a year; null while its notice is not known. */
  tableOf(year: number): YearTable | null {
    return this.#years.get(year) ?? null;
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
