import { personRefs, visibilityOf, type Actor } from '@koujing/access';
import type { Database } from '@koujing/database';
import { civilTime, digestOf } from '@koujing/kernel';
import { organRefs, type NameOrgan } from '@koujing/organ';
import { visibleViolation, type JudgeViolation } from './judge-violation.js';
import type { ViolationList, ViolationQuery, ViolationSummary, ViolationView } from './violation.api.js';
import type { ViolationStore } from './violation-store.sql.js';
import type { Violation } from './violation.js';

interface ShowParts {
  readonly database: Database;
  readonly violations: ViolationStore;
  readonly judge: JudgeViolation;
}

const timeOf = (instant: Date | null): string | null => (instant === null ? null : civilTime(instant));

/** What the violation pages read. */
export class ShowViolations {
  constructor(private readonly parts: ShowParts) {}

  async page(query: ViolationQuery, actor: Actor): Promise<ViolationList> {
    const { database, violations } = this.parts;
    const { items, total } = await violations.page(database.queries, visibilityOf(actor), query);
    const organ = await organRefs(
      database.queries,
      items.map(({ organId }) => organId),
    );
    return {
      items: items.map((violation) => summaryOf(violation, organ)),
      ...{ total, page: query.page, pageSize: query.pageSize },
    };
  }

  async one(id: string, actor: Actor): Promise<ViolationView> {
    const { database, violations, judge } = this.parts;
    const { queries } = database;
    const violation = visibleViolation(await violations.find(queries, id), actor);
    const { consequenceBy, endedBy } = violation;
    const people = await personRefs(queries, [consequenceBy ?? '', endedBy ?? '']);
    return {
      ...summaryOf(violation, await organRefs(queries, [violation.organId])),
      consequenceText: violation.consequenceText,
      consequenceBy: consequenceBy === null ? null : people(consequenceBy),
      consequenceAt: timeOf(violation.consequenceAt),
      endedBy: endedBy === null ? null : people(endedBy),
      endNote: violation.endNote,
      evidence: [...violation.evidence],
      evidenceDigest: violation.evidenceDigest,
      evidenceIntact: digestOf(violation.evidence) === violation.evidenceDigest,
      actions: {
        recordConsequence: { reasons: [...judge.reasonsToRecord(violation, actor)] },
        close: { reasons: [...judge.reasonsToClose(violation, actor)] },
        dismiss: { reasons: [...judge.reasonsToDismiss(violation, actor)] },
      },
    };
  }
}

const summaryOf = (violation: Violation, organ: NameOrgan): ViolationSummary => ({
  ...{ id: violation.id, kind: violation.kind, title: violation.title, link: violation.link },
  ...{ act: violation.act, actEn: violation.actEn, article: violation.article },
  organ: organ(violation.organId),
  occurredAt: civilTime(violation.occurredAt),
  establishedAt: civilTime(violation.establishedAt),
  ...{ state: violation.state, byReference: violation.byReference, consequence: violation.consequence },
  endedAt: timeOf(violation.endedAt),
});
