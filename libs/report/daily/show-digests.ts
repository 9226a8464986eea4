import { visibilityOf, type Actor } from '@koujing/access';
import type { Database } from '@koujing/database';
import { Problem, type Clock } from '@koujing/kernel';
import { inconsistencyDigestSheet, makeSheet, sheetTypes } from '@koujing/template';
import type { PageQuery } from '../../kernel/answer.api.js';
import type { ReportFile } from '../export-report.js';
import { reportRefusal } from '../refusal.js';
import type { DigestList, ExportFormat } from '../report.api.js';
import type { DigestStore } from './digest-store.sql.js';

/** The daily reports as they were sent, for who reads over the whole city. */
export class ShowDigests {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly digests: DigestStore;
      readonly clock: Clock;
    },
  ) {}

  async page({ page, pageSize }: PageQuery, actor: Actor): Promise<DigestList> {
    const { database, digests } = this.parts;
    if (!visibilityOf(actor).all) return { items: [], total: 0, page, pageSize };
    const { items, total } = await digests.page(database.queries, { page, pageSize });
    return {
      ...{ total, page, pageSize },
      items: items.map(({ day, content: { fresh, standing, more }, digest }) => ({
        ...{ day, digest, fresh: fresh.length, unsettled: fresh.length + standing.length + more },
      })),
    };
  }

  /** @throws Problem `notFound` */
  async file(day: string, format: ExportFormat, actor: Actor): Promise<ReportFile> {
    const { database, digests, clock } = this.parts;
    const kept = visibilityOf(actor).all ? await digests.find(database.queries, day) : null;
    if (kept === null) throw new Problem('notFound', [reportRefusal.digestNotFound]);
    const imprint = { digest: kept.digest, madeBy: actor.name, madeAt: clock.now() };
    const bytes = await makeSheet(inconsistencyDigestSheet(kept.content, imprint), format);
    return { name: `不一致情况报告 ${day}.${format}`, bytes, mimeType: sheetTypes[format] };
  }
}
