import type { Queries, Rows } from '@koujing/database';
import { sql } from 'kysely';
import type { Counted, FigureRow, Filter, Measure } from './figure.js';

/** The civil month of an instant; this country has one time and no other. */
const month = sql`coalesce(to_char((s.at at time zone 'UTC') + interval '8 hours', 'YYYY-MM'), '')`;

const agreeing = (filter: Filter) =>
  sql.join(
    [
      sql`true`,
      ...(filter.organ === undefined ? [] : [sql`s.organ_id = ${filter.organ}`]),
      ...(filter.kind === undefined ? [] : [sql`s.kind = ${filter.kind}`]),
      ...(filter.outcome === undefined ? [] : [sql`s.outcome = ${filter.outcome}`]),
      ...(filter.part === undefined ? [] : [sql`s.part = ${filter.part}`]),
      ...(filter.time === undefined ? [] : [sql`${month} = ${filter.time}`]),
    ],
    sql` and `,
  );

/** Counts and lists the same rows. */
export class FigureStore {
  async count(
    queries: Queries,
    measure: Measure,
    of: { readonly rows: Rows; readonly filter: Filter },
  ): Promise<readonly Counted[]> {
    const { rows } = await sql<Omit<Counted, 'measure'>>`
      select s.organ_id as organ, s.kind, s.outcome, s.part, ${month} as time, count(*)::int as count
      from (${of.rows}) as s where ${agreeing(of.filter)} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(
      queries,
    );
    return rows.map((row) => ({ ...row, measure, count: Number(row.count) }));
  }

  /** The newest first. */
  async list(
    queries: Queries,
    of: { readonly rows: Rows; readonly filter: Filter; readonly page: number; readonly pageSize: number },
  ): Promise<{ readonly items: readonly FigureRow[]; readonly total: number }> {
    const from = sql`from (${of.rows}) as s where ${agreeing(of.filter)}`;
    const counted = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(queries);
    const { rows } = await sql<FigureRow>`
      select s.id, s.organ_id as "organId", s.at, s.title, s.link, s.note, s.kind, s.outcome, s.part ${from}
      order by s.at desc nulls last, s.id limit ${of.pageSize} offset ${(of.page - 1) * of.pageSize}`.execute(
      queries,
    );
    return { items: rows, total: Number(counted.rows[0]?.total ?? 0) };
  }
}
