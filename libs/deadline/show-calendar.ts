import type { Actor, PersonStore } from '@koujing/access';
import type { Database } from '@koujing/database';
import { civilTime, civilYear, type Clock } from '@koujing/kernel';
import type { CalendarView } from './calendar.api.js';
import type { CalendarShelf } from './calendar-shelf.js';
import { mayChangeCalendar } from './change-calendar.js';
import type { YearStore } from './year-store.sql.js';

interface Parts {
  readonly database: Database;
  readonly years: YearStore;
  readonly shelf: CalendarShelf;
  readonly people: PersonStore;
  readonly clock: Clock;
}

/** The years as they count here, the newest first, with who imported them. */
export class ShowCalendar {
  constructor(private readonly parts: Parts) {}

  async show(actor: Actor): Promise<CalendarView> {
    const { database, years, shelf, people, clock } = this.parts;
    const { queries } = database;
    const calendar = await shelf.read(queries);
    const imported = new Map((await years.years(queries)).map((each) => [each.table.year, each]));
    const restDays = await years.restDays(queries);
    const names = await people.names(queries, [
      ...[...imported.values()].map(({ importedBy }) => importedBy),
      ...restDays.map(({ addedBy }) => addedBy),
    ]);
    const nameOf = (id: string): string => names.get(id) ?? id;
    const thisYear = civilYear(clock.now());
    return {
      years: calendar.years.toReversed().map((year) => {
        const by = imported.get(year);
        return {
          year,
          papers: [...calendar.papersOf(year)],
          days: (calendar.tableOf(year)?.days ?? []).map((day) => ({ ...day })),
          imported: by === undefined ? null : { by: nameOf(by.importedBy), at: civilTime(by.importedAt) },
        };
      }),
      unknownYears: [thisYear, thisYear + 1].filter((year) => !calendar.years.includes(year)),
      restDays: restDays.map(({ date, name, addedBy }) => ({ date, name, addedBy: nameOf(addedBy) })),
      reasons: mayChangeCalendar(actor).map(({ code, message, messageEn }) => ({ code, message, messageEn })),
    };
  }
}
