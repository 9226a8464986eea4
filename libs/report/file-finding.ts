import { visibilityOf, type Actor } from '@koujing/access';
import type { DescribeFinding, FindingBoard, FindingStore } from '@koujing/conflict';
import type { Database } from '@koujing/database';
import { digestOf, Problem, type Clock } from '@koujing/kernel';
import { inconsistencyReportSheet, makeSheet, sheetTypes } from '@koujing/template';
import type { ReportFile } from './export-report.js';
import { reportRefusal } from './refusal.js';
import type { ExportFormat } from './report.api.js';

export interface FileFindingParts {
  readonly database: Database;
  readonly findings: FindingStore;
  readonly board: FindingBoard;
  readonly describe: DescribeFinding;
  readonly clock: Clock;
}

/** The immediate report of one finding for the file: what its mail says, as it stands now, with a digest over it. */
export class FileFinding {
  constructor(private readonly parts: FileFindingParts) {}

  /** @throws Problem `notFound` */
  async perform(id: string, format: ExportFormat, actor: Actor): Promise<ReportFile> {
    const { database, findings, board, describe, clock } = this.parts;
    const { queries } = database;
    const finding = await findings.find(queries, id);
    const [seen] = finding === null ? [] : await board.seen(queries, [id], visibilityOf(actor));
    if (finding === null || seen === undefined)
      throw new Problem('notFound', [reportRefusal.findingNotFound]);
    const described = await describe.perform(queries, finding);
    const imprint = { digest: digestOf(described), madeBy: actor.name, madeAt: clock.now() };
    const bytes = await makeSheet(inconsistencyReportSheet(described, imprint), format);
    return { name: `不一致情况报告 ${described.kind}.${format}`, bytes, mimeType: sheetTypes[format] };
  }
}
