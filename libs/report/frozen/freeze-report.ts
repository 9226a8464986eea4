import { inOffice, may, refuseIfAny, type Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import { digestOf, newId, Problem, type Reason } from '@koujing/kernel';
import { askedBy } from '../asked-report.js';
import { CountReport, type AskedReport } from '../count-report.js';
import { reportRefusal } from '../refusal.js';
import type { FreezeInput, ReportContent } from '../report.api.js';
import { closesByPeriod, isOnePeriod } from '../report-period.js';
import type { ReportParts } from '../report-parts.js';
import type { FrozenReport } from './frozen-report.js';

/** Closes a report: content, the rows behind each number, and a digest over both, once (Art.38, 41, 42). */
export class FreezeReport {
  readonly #count: CountReport;

  constructor(private readonly parts: ReportParts) {
    this.#count = new CountReport(parts);
  }

  reasons(asked: AskedReport, standing: FrozenReport | null, actor: Actor): readonly Reason[] {
    const { name, organ, to } = asked;
    const theirs = organ === null ? inOffice(actor, 'coordinator') : closes(actor, organ.id);
    return [
      ...(theirs ? [] : [organ === null ? reportRefusal.officeCloses : reportRefusal.organCloses]),
      ...(closesByPeriod(name) ? [] : [reportRefusal.neverClosed]),
      ...(!closesByPeriod(name) || isOnePeriod(name, asked) ? [] : [reportRefusal.noPeriod]),
      ...(to >= civilDayOf(this.parts.clock.now()) ? [reportRefusal.notOver] : []),
      ...(standing === null ? [] : [reportRefusal.closedAlready]),
    ];
  }

  /** Answers the id of the closed report. @throws Problem `stale` where the numbers are others than the person saw */
  perform({ digest, ...input }: FreezeInput, actor: Actor): Promise<string> {
    const { database, frozen, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const asked = await askedBy(this.parts, queries, { ...input, actor });
      const organId = asked.organ?.id ?? null;
      const about = { id: newId(), name: asked.name, from: asked.from, to: asked.to, organId };
      await frozen.lock(queries);
      refuseIfAny(this.reasons(asked, await frozen.on(queries, about), actor));
      const closed = { closedBy: actor.personId, closedAt: clock.now() };
      await frozen.insert(queries, { ...about, ...closed, content: {} as ReportContent, digest: '' });
      const live = this.#count.live(queries, asked);
      for (const measure of this.#count.measuresOf(asked))
        await frozen.keepRows(queries, { reportId: about.id, measure, rows: await live(measure), organId });
      const content = await this.#count.perform(queries, asked, async (measure) =>
        frozen.rowsOf(about.id, measure),
      );
      if (digestOf(content) !== digest) throw new Problem('stale', [reportRefusal.changedMeanwhile]);
      const { digest: rows } = await frozen.rowsDigest(queries, about.id);
      const sealed = digestOf({ content, rows });
      await frozen.seal(queries, { id: about.id, content, digest: sealed });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'report.freeze', subjectKind: 'report', subjectId: about.id },
        ...{ digest: sealed, detail: { name: about.name, from: about.from, to: about.to, organId } },
      });
      return about.id;
    });
  }
}

/** An organ's own section is closed by who answers for it, or by the office. */
const closes = (actor: Actor, organId: string): boolean =>
  inOffice(actor, 'coordinator') || may(actor, 'approver', organId).length === 0;
