import type { WorkingCalendar } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { digestOf } from '@koujing/kernel';
import type { YearStore } from './year-store.sql.js';

/** The calendar of the city: the years that came along with the program, then those that somebody imported. */
export class CalendarShelf {
  constructor(
    private readonly shipped: WorkingCalendar,
    private readonly years: YearStore,
  ) {}

  /** As this transaction sees it, its own import included. */
  async read(queries: Queries): Promise<WorkingCalendar> {
    const { tables, rest } = await this.#imported(queries);
    return this.shipped.with(tables, new Map(rest));
  }

  /** The same digest, the same calendar. */
  async digest(queries: Queries): Promise<string> {
    return digestOf(await this.#imported(queries));
  }

  async #imported(queries: Queries) {
    const tables = (await this.years.years(queries)).map(({ table }) => table);
    const rest = (await this.years.restDays(queries)).map(({ date, name }) => [date, name] as const);
    return { tables, rest };
  }
}
