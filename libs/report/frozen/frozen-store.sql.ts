import type { Visibility } from '@koujing/access';
import { json, type Queries, type Rows, type Schema } from '@koujing/database';
import { sql, type Selectable } from 'kysely';
import type { Measure } from '../figures/figure.js';
import type { ReportContent, ReportName } from '../report.api.js';
import type { FrozenReport } from './frozen-report.js';

/** Closed reports and the rows behind them. */
export class FrozenStore {
  /** One closes at a time: two persons who click at once must not both find it open. */
  async lock(queries: Queries): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtext('koujing.frozenReports'))`.execute(queries);
  }

  async insert(queries: Queries, report: FrozenReport): Promise<void> {
    await queries
      .insertInto('frozen_report')
      .values({
        ...{ id: report.id, name: report.name, first_day: report.from, last_day: report.to },
        ...{ organ_id: report.organId ?? '', content: json(report.content), digest: report.digest },
        ...{ closed_by: report.closedBy, closed_at: report.closedAt },
      })
      .execute();
  }

  /** What the numbers are read from is written before they are read: so content and rows cannot part. */
  async seal(queries: Queries, report: Pick<FrozenReport, 'id' | 'content' | 'digest'>): Promise<void> {
    await queries
      .updateTable('frozen_report')
      .set({ content: json(report.content), digest: report.digest })
      .where('id', '=', report.id)
      .execute();
  }

  async keepRows(
    queries: Queries,
    of: {
      readonly reportId: string;
      readonly measure: Measure;
      readonly rows: Rows;
      readonly organId: string | null;
    },
  ): Promise<void> {
    await sql`
      insert into frozen_report_row (report_id, measure, id, organ_id, at, title, link, note, kind, outcome, part)
      select ${of.reportId}, ${of.measure}, s.id, s.organ_id, s.at, s.title, s.link, s.note, s.kind, s.outcome, s.part
      from (${of.rows}) as s where ${of.organId}::text is null or s.organ_id = ${of.organId}`.execute(
      queries,
    );
  }

  /** As a statement of the shape that all figures have. */
  rowsOf(reportId: string, measure: Measure): Rows {
    return sql`select id, organ_id, at, title, link, note, kind, outcome, part from frozen_report_row
      where report_id = ${reportId} and measure = ${measure}`;
  }

  /** A digest over which rows there are and what each counts as; the order is the code points', in every database. */
  async rowsDigest(
    queries: Queries,
    reportId: string,
  ): Promise<{ readonly digest: string; readonly rows: number }> {
    const { rows } = await sql<{ digest: string; rows: number }>`
      select encode(sha256(convert_to(coalesce(string_agg(
          concat_ws('|', measure, id, organ_id, kind, outcome, part), chr(10)
          order by measure collate "C", id collate "C"), ''), 'UTF8')), 'hex') as digest,
        count(*)::int as rows
      from frozen_report_row where report_id = ${reportId}`.execute(queries);
    return { digest: rows[0]?.digest ?? '', rows: Number(rows[0]?.rows ?? 0) };
  }

  async find(queries: Queries, id: string): Promise<FrozenReport | null> {
    const row = await queries.selectFrom('frozen_report').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : frozenOf(row);
  }

  async on(
    queries: Queries,
    of: Pick<FrozenReport, 'name' | 'from' | 'to' | 'organId'>,
  ): Promise<FrozenReport | null> {
    const row = await queries
      .selectFrom('frozen_report')
      .selectAll()
      .where('name', '=', of.name)
      .where('first_day', '=', of.from)
      .where('last_day', '=', of.to)
      .where('organ_id', '=', of.organId ?? '')
      .executeTakeFirst();
    return row === undefined ? null : frozenOf(row);
  }

  /** The newest first; who does not see the whole city sees those of the own organs. */
  async page(
    queries: Queries,
    seen: Visibility,
    { page, pageSize }: { readonly page: number; readonly pageSize: number },
  ): Promise<{ readonly items: readonly FrozenReport[]; readonly total: number }> {
    let found = queries.selectFrom('frozen_report');
    if (!seen.all) found = found.where(sql<boolean>`organ_id = any(${[...seen.organIds]}::text[])`);
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      .orderBy('closed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute();
    return { items: rows.map(frozenOf), total: Number(total) };
  }
}

const frozenOf = (row: Selectable<Schema['frozen_report']>): FrozenReport => ({
  ...{ id: row.id, name: row.name as ReportName, from: row.first_day, to: row.last_day },
  organId: row.organ_id === '' ? null : row.organ_id,
  ...{ content: row.content as ReportContent, digest: row.digest },
  ...{ closedBy: row.closed_by, closedAt: row.closed_at },
});
