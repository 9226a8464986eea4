import type { Queries, Schema } from '@koujing/database';
import type { FindingId, ReleaseId } from '@koujing/kernel';
import type { Selectable } from 'kysely';
import type { Because } from './closed-because.js';
import type { CorrectionDuty, DutyKind } from './correction-duty.js';

export class DutyStore {
  async impose(queries: Queries, duty: CorrectionDuty): Promise<void> {
    await queries
      .insertInto('correction_duty')
      .values({
        id: duty.id,
        finding_id: duty.findingId,
        ruling_id: duty.rulingId,
        release_id: duty.releaseId,
        organ_id: duty.organId,
        kind: duty.kind,
        demand: duty.demand,
        demand_en: duty.demandEn,
        imposed_at: duty.imposedAt,
        ended_at: duty.endedAt,
        outcome: duty.outcome,
        outcome_en: duty.outcomeEn,
      })
      .execute();
  }

  /** Newest first, those that are over included. */
  async ofReleases(queries: Queries, releaseIds: readonly ReleaseId[]): Promise<readonly CorrectionDuty[]> {
    if (releaseIds.length === 0) return [];
    const rows = await queries
      .selectFrom('correction_duty')
      .selectAll()
      .where('release_id', 'in', [...releaseIds])
      .orderBy('imposed_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(dutyOf);
  }

  async ofFinding(queries: Queries, findingId: FindingId): Promise<readonly CorrectionDuty[]> {
    const rows = await queries
      .selectFrom('correction_duty')
      .selectAll()
      .where('finding_id', '=', findingId)
      .orderBy('imposed_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(dutyOf);
  }

  /** Everything still owed for a finding ends: its cause is gone, or it was ruled on anew. */
  async endOf(
    queries: Queries,
    findingId: FindingId,
    end: { readonly at: Date; readonly because: Because },
  ): Promise<void> {
    await queries
      .updateTable('correction_duty')
      .set({ ended_at: end.at, outcome: end.because.zh, outcome_en: end.because.en })
      .where('finding_id', '=', findingId)
      .where('ended_at', 'is', null)
      .execute();
  }
}

const dutyOf = (row: Selectable<Schema['correction_duty']>): CorrectionDuty => ({
  id: row.id,
  findingId: row.finding_id,
  rulingId: row.ruling_id,
  releaseId: row.release_id,
  organId: row.organ_id,
  kind: row.kind as DutyKind,
  demand: row.demand,
  demandEn: row.demand_en,
  imposedAt: row.imposed_at,
  endedAt: row.ended_at,
  outcome: row.outcome,
  outcomeEn: row.outcome_en,
});
