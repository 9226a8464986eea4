import type { Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { digestOf, Problem } from '@koujing/kernel';
import { makeSheet, sheetTypes } from '@koujing/template';
import { askedBy, visibleFrozen } from './asked-report.js';
import { CountReport, type RowSource } from './count-report.js';
import { reportRefusal } from './refusal.js';
import type { ExportFormat, ExportQuery, ReportContent, ReportName, Words } from './report.api.js';
import type { ReportParts } from './report-parts.js';
import { listOfFindings, sheetOfReport, type Imprint } from './sheet-of-report.js';

/** A file to take away. */
export interface ReportFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

interface Wanted {
  readonly format: ExportFormat;
  readonly language: keyof Words;
  readonly table?: string;
}

/** So many findings are told one by one in a document; beyond that the lists of the console tell them. */
const mostListed = 300;

/** Reports as files: what is shown, with period, organ, who made it and when, and the digest. */
export class ExportReport {
  readonly #count: CountReport;

  constructor(private readonly parts: ReportParts) {
    this.#count = new CountReport(parts);
  }

  /** As it stands now. @throws Problem `notFound`, `badInput` */
  async live(name: ReportName, query: ExportQuery, actor: Actor): Promise<ReportFile> {
    const { database, clock } = this.parts;
    const { queries } = database;
    const { from, to, organ, format, language, table } = query;
    const asked = await askedBy(this.parts, queries, {
      ...{ name, from, to, actor },
      ...(organ === undefined ? {} : { organ }),
    });
    const wanted = { format, language, ...(table === undefined ? {} : { table }) };
    return database.late('reportFigures', async (late) => {
      const source = this.#count.live(late, asked);
      const content = await this.#count.perform(late, asked, source);
      const imprint = {
        ...{ madeBy: actor.name, madeAt: clock.now(), digest: digestOf(content), closed: null },
        provisional: to >= civilDayOf(clock.now()),
      };
      return this.#file(late, { content, imprint, source }, wanted);
    });
  }

  /** As it was closed. @throws Problem `notFound` */
  async closed(id: string, wanted: Wanted, actor: Actor): Promise<ReportFile> {
    const { database, clock, frozen, people } = this.parts;
    const { queries } = database;
    const report = await visibleFrozen(this.parts, queries, id, actor);
    const names = await people.names(queries, [report.closedBy]);
    const imprint = {
      ...{ madeBy: actor.name, madeAt: clock.now(), digest: report.digest, provisional: false },
      closed: { by: names.get(report.closedBy) ?? report.closedBy, at: report.closedAt },
    };
    const source: RowSource = async (measure) => frozen.rowsOf(id, measure);
    return this.#file(queries, { content: report.content, imprint, source }, wanted);
  }

  async #file(
    queries: Queries,
    of: { readonly content: ReportContent; readonly imprint: Imprint; readonly source: RowSource },
    { format, language, table }: Wanted,
  ): Promise<ReportFile> {
    const content = oneTable(of.content, table);
    const sheet = sheetOfReport(content, of.imprint, language);
    const inWords =
      content.name === 'consistency' && table === undefined && (format === 'docx' || format === 'pdf');
    const listed = inWords ? [await this.#findings(queries, content, of.source, language)] : [];
    const bytes = await makeSheet({ ...sheet, tables: [...sheet.tables, ...listed] }, format);
    const title = table === undefined ? sheet.title : (sheet.tables[0]?.title ?? sheet.title);
    const name = `${title.replace(/[\\/:：*?"<>|]+/gu, ' ')} ${content.from} ${content.to}.${format}`;
    return { name, bytes, mimeType: sheetTypes[format] };
  }

  async #findings(queries: Queries, content: ReportContent, source: RowSource, language: keyof Words) {
    const { store, organs } = this.parts;
    const filter = content.organ === null ? {} : { organ: content.organ.id };
    const of = { rows: await source('finding'), filter, page: 1, pageSize: mostListed };
    const { items } = await store.list(queries, of);
    const names = new Map((await organs.all(queries)).map(({ id, shortName }) => [id, shortName]));
    return listOfFindings(items, names, language);
  }
}

const oneTable = (content: ReportContent, id: string | undefined): ReportContent => {
  if (id === undefined) return content;
  const tables = content.tables.filter((table) => table.id === id);
  if (tables.length === 0)
    throw new Problem('badInput', [reportRefusal.noSuchTable(content.tables.map((table) => table.id))]);
  return { ...content, tables };
};
