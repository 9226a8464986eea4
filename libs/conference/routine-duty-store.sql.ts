import type { Queries } from '@koujing/database';

/** An organ that must keep up routine release (例行发布制度, Art.29). */
export interface RoutineOrgan {
  readonly organId: string;
  readonly since: Date;
  readonly setBy: string;
}

export class RoutineDutyStore {
  async all(queries: Queries): Promise<readonly RoutineOrgan[]> {
    const rows = await queries.selectFrom('routine_duty').selectAll().orderBy('organ_id').execute();
    return rows.map((row) => ({ organId: row.organ_id, since: row.since, setBy: row.set_by }));
  }

  /** False if it stood already. */
  async add(queries: Queries, { organId, since, setBy }: RoutineOrgan): Promise<boolean> {
    const added = await queries
      .insertInto('routine_duty')
      .values({ organ_id: organId, since, set_by: setBy })
      .onConflict((conflict) => conflict.doNothing())
      .returning('organ_id')
      .execute();
    return added.length > 0;
  }

  async remove(queries: Queries, organId: string): Promise<boolean> {
    const { numDeletedRows } = await queries
      .deleteFrom('routine_duty')
      .where('organ_id', '=', organId)
      .executeTakeFirst();
    // Flagged again within the period, its clocks begin anew.
    await queries.deleteFrom('routine_period').where('organ_id', '=', organId).execute();
    return numDeletedRows > 0;
  }

  /** False if the clock of this period was started before: a tick that is doubled starts nothing twice. */
  async begin(
    queries: Queries,
    period: { readonly organId: string; readonly rule: string; readonly period: string; readonly at: Date },
  ): Promise<boolean> {
    const begun = await queries
      .insertInto('routine_period')
      .values({
        organ_id: period.organId,
        rule: period.rule,
        period: period.period,
        started_at: period.at,
        ended: false,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('organ_id')
      .execute();
    return begun.length > 0;
  }

  /** Periods whose clock has not been ended yet. */
  async open(
    queries: Queries,
  ): Promise<readonly { readonly organId: string; readonly rule: string; readonly period: string }[]> {
    const rows = await queries
      .selectFrom('routine_period')
      .select(['organ_id', 'rule', 'period'])
      .where('ended', '=', false)
      .orderBy('started_at')
      .execute();
    return rows.map((row) => ({ organId: row.organ_id, rule: row.rule, period: row.period }));
  }

  async end(
    queries: Queries,
    of: { readonly organId: string; readonly rule: string; readonly period: string },
  ): Promise<void> {
    await queries
      .updateTable('routine_period')
      .set({ ended: true })
      .where('organ_id', '=', of.organId)
      .where('rule', '=', of.rule)
      .where('period', '=', of.period)
      .execute();
  }
}
