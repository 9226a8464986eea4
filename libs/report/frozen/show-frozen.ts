import { visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime, digestOf } from '@koujing/kernel';
import type { PageQuery } from '../../kernel/answer.api.js';
import { visibleFrozen } from '../asked-report.js';
import { CountReport } from '../count-report.js';
import type { FrozenSummary, FrozenView, ReportContent } from '../report.api.js';
import type { ReportParts } from '../report-parts.js';
import { differencesOf } from './differences.js';
import type { FrozenReport } from './frozen-report.js';

/** Closed reports as they were closed; what would be counted otherwise today is told beside them, never in them. */
export class ShowFrozen {
  readonly #count: CountReport;

  constructor(private readonly parts: ReportParts) {
    this.#count = new CountReport(parts);
  }

  async page({ page, pageSize }: PageQuery, actor: Actor) {
    const { database, frozen, people } = this.parts;
    const { queries } = database;
    const { items, total } = await frozen.page(queries, visibilityOf(actor), { page, pageSize });
    const names = await people.names(
      queries,
      items.map(({ closedBy }) => closedBy),
    );
    return { items: items.map((report) => summaryOf(report, names)), total, page, pageSize };
  }

  /** @throws Problem `notFound` */
  async one(id: string, actor: Actor): Promise<FrozenView> {
    const { database, frozen, people } = this.parts;
    const { queries } = database;
    const report = await visibleFrozen(this.parts, queries, id, actor);
    const rows = await frozen.rowsDigest(queries, id);
    const names = await people.names(queries, [report.closedBy]);
    return {
      ...summaryOf(report, names),
      content: report.content,
      intact: digestOf({ content: report.content, rows: rows.digest }) === report.digest,
      rows: rows.rows,
      differences: [...differencesOf(report.content, await this.#now(queries, report, actor))],
    };
  }

  /** The same days counted anew, over the whole of what the report counted. */
  async #now(queries: Queries, report: FrozenReport, actor: Actor): Promise<ReportContent> {
    const { organs } = this.parts;
    const organ = report.organId === null ? null : await organs.find(queries, report.organId);
    const asked = { name: report.name, from: report.from, to: report.to, organ, seen: visibilityOf(actor) };
    return this.#count.perform(queries, asked, this.#count.live(queries, asked));
  }
}

const summaryOf = (report: FrozenReport, names: ReadonlyMap<string, string>): FrozenSummary => ({
  ...{ id: report.id, name: report.name, from: report.from, to: report.to, digest: report.digest },
  ...{ title: report.content.title, organ: report.content.organ },
  ...{ closedBy: names.get(report.closedBy) ?? report.closedBy, closedAt: civilTime(report.closedAt) },
});
