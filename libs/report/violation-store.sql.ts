import type { Visibility } from '@koujing/access';
import { spanOf } from '@koujing/calendar';
import { json, within, type Queries, type Schema } from '@koujing/database';
import { sql, type Selectable } from 'kysely';
import type {
  Consequence,
  EvidenceView,
  ViolationKind,
  ViolationQuery,
  ViolationState,
} from './violation.api.js';
import type { Violation } from './violation.js';

export class ViolationStore {
  /** False if the act has a case already, in this process or another. */
  async open(queries: Queries, violation: Violation): Promise<boolean> {
    const rows = await queries
      .insertInto('violation')
      .values({
        ...{ id: violation.id, kind: violation.kind, act_key: violation.actKey, organ_id: violation.organId },
        ...{ title: violation.title, link: violation.link, act: violation.act, act_en: violation.actEn },
        ...{ article: violation.article, occurred_at: violation.occurredAt },
        ...{ established_at: violation.establishedAt, by_reference: violation.byReference },
        ...{ evidence: json<unknown>(violation.evidence), evidence_digest: violation.evidenceDigest },
        deadline_id: violation.evidence.find(({ kind }) => kind === 'deadline')?.id ?? null,
        finding_id: violation.evidence.find(({ kind }) => kind === 'finding')?.id ?? null,
        ...judgementOf(violation),
      })
      .onConflict((conflict) => conflict.column('act_key').doNothing())
      .returning('id')
      .execute();
    return rows.length > 0;
  }

  async find(queries: Queries, id: string): Promise<Violation | null> {
    const row = await queries.selectFrom('violation').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : violationOf(row);
  }

  /** The same, held until the transaction ends. */
  async lock(queries: Queries, id: string): Promise<Violation | null> {
    const query = queries.selectFrom('violation').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : violationOf(row);
  }

  /** Only what persons add is ever written again; the act and its evidence stay as they were established. */
  async judge(queries: Queries, violation: Violation): Promise<void> {
    await queries
      .updateTable('violation')
      .set(judgementOf(violation))
      .where('id', '=', violation.id)
      .execute();
  }

  /** Open cases first, the newest on top. */
  async page(
    queries: Queries,
    seen: Visibility,
    query: ViolationQuery,
  ): Promise<{ readonly items: readonly Violation[]; readonly total: number }> {
    let found = queries.selectFrom('violation');
    if (!seen.all) found = found.where('organ_id', 'in', [...seen.organIds, '']);
    if (query.state === 'open') found = found.where('state', 'in', ['established', 'consequenceRecorded']);
    else if (query.state === 'standing') found = found.where('state', '!=', 'dismissed');
    else if (query.state !== undefined) found = found.where('state', '=', query.state);
    if (query.kind !== undefined) found = found.where('kind', '=', query.kind);
    if (query.organ !== undefined) found = found.where('organ_id', '=', query.organ);
    found = found.where(within('occurred_at', spanOf(query)));
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      .orderBy(sql`case when state in ('closed', 'dismissed') then 1 else 0 end`)
      .orderBy('occurred_at', 'desc')
      .orderBy('id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    return { items: rows.map(violationOf), total: Number(total) };
  }
}

const violationOf = (row: Selectable<Schema['violation']>): Violation => ({
  ...{ id: row.id, kind: row.kind as ViolationKind, actKey: row.act_key, organId: row.organ_id },
  ...{ title: row.title, link: row.link, act: row.act, actEn: row.act_en, article: row.article },
  ...{ occurredAt: row.occurred_at, establishedAt: row.established_at, byReference: row.by_reference },
  state: row.state as ViolationState,
  evidence: row.evidence as readonly EvidenceView[],
  evidenceDigest: row.evidence_digest,
  consequence: row.consequence as Consequence | null,
  consequenceText: row.consequence_text,
  ...{ consequenceBy: row.consequence_by, consequenceAt: row.consequence_at },
  ...{ endedBy: row.ended_by, endedAt: row.ended_at, endNote: row.end_note },
});

const judgementOf = (violation: Violation) => ({
  state: violation.state,
  consequence: violation.consequence,
  consequence_text: violation.consequenceText,
  consequence_by: violation.consequenceBy,
  consequence_at: violation.consequenceAt,
  ended_by: violation.endedBy,
  ended_at: violation.endedAt,
  end_note: violation.endNote,
});
