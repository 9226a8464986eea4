import type { CivilDay, YearTable } from '@koujing/calendar';
import { json, type Queries } from '@koujing/database';
import { newId } from '@koujing/kernel';

/** A year's notice that somebody imported. */
export interface ImportedYear {
  readonly table: YearTable;
  readonly importedBy: string;
  readonly importedAt: Date;
}

/** A day of rest of this city alone. */
export interface LocalRestDay {
  readonly date: CivilDay;
  readonly name: string;
  readonly addedBy: string;
  readonly addedAt: Date;
}

interface Done {
  readonly by: string;
  readonly at: Date;
}

/** Imported years and local days of rest; what was replaced or taken back is kept. */
export class YearStore {
  async years(queries: Queries): Promise<readonly ImportedYear[]> {
    const rows = await queries
      .selectFrom('calendar_year')
      .selectAll()
      .where('superseded_at', 'is', null)
      .orderBy('year')
      .execute();
    return rows.map(({ year, days, papers, imported_by, imported_at }) => ({
      table: { year, papers, days: days as YearTable['days'] },
      importedBy: imported_by,
      importedAt: imported_at,
    }));
  }

  async restDays(queries: Queries): Promise<readonly LocalRestDay[]> {
    const rows = await queries
      .selectFrom('local_rest_day')
      .selectAll()
      .where('removed_at', 'is', null)
      .orderBy('date')
      .execute();
    return rows.map(({ date, name, added_by, added_at }) => ({
      ...{ date, name, addedBy: added_by, addedAt: added_at },
    }));
  }

  async saveYear(queries: Queries, table: YearTable, { by, at }: Done): Promise<void> {
    await queries
      .updateTable('calendar_year')
      .set({ superseded_at: at })
      .where('year', '=', table.year)
      .where('superseded_at', 'is', null)
      .execute();
    await queries
      .insertInto('calendar_year')
      .values({
        ...{ id: newId(), year: table.year, days: json(table.days), papers: json(table.papers) },
        ...{ imported_by: by, imported_at: at, superseded_at: null },
      })
      .execute();
  }

  async addRestDay(queries: Queries, day: Pick<LocalRestDay, 'date' | 'name'>, done: Done): Promise<void> {
    await queries
      .insertInto('local_rest_day')
      .values({
        ...{ id: newId(), date: day.date, name: day.name, added_by: done.by, added_at: done.at },
        ...{ removed_by: null, removed_at: null },
      })
      .execute();
  }

  async removeRestDay(queries: Queries, date: CivilDay, { by, at }: Done): Promise<void> {
    await queries
      .updateTable('local_rest_day')
      .set({ removed_by: by, removed_at: at })
      .where('date', '=', date)
      .where('removed_at', 'is', null)
      .execute();
  }
}
