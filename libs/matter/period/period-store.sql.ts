import type { Queries, Rows, Schema } from '@koujing/database';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { ReleaseForm } from '../plan/release-form.api.js';
import { itemDuty, type PeriodItem, type PeriodPlan } from './period-plan.js';

export class PeriodStore {
  async insert(queries: Queries, plan: PeriodPlan): Promise<void> {
    await queries
      .insertInto('period_plan')
      .values({ id: plan.id, ...valuesOf(plan) })
      .execute();
    await this.#saveItems(queries, plan);
  }

  async find(queries: Queries, id: string): Promise<PeriodPlan | null> {
    const row = await queries.selectFrom('period_plan').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : planOf(row, await this.#items(queries, id));
  }

  /** The same, held until the transaction ends. */
  async lock(queries: Queries, id: string): Promise<PeriodPlan | null> {
    const query = queries.selectFrom('period_plan').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : planOf(row, await this.#items(queries, id));
  }

  /** The plan with all its items; raises the revision. */
  async write(queries: Queries, plan: PeriodPlan): Promise<void> {
    const next = { ...plan, revision: plan.revision + 1 };
    await queries.updateTable('period_plan').set(valuesOf(next)).where('id', '=', plan.id).execute();
    await queries.deleteFrom('period_plan_item').where('plan_id', '=', plan.id).execute();
    await this.#saveItems(queries, plan);
  }

  /** Newest period first; drafts are the office's. */
  async page(
    queries: Queries,
    of: { readonly drafts: boolean; readonly page: number; readonly pageSize: number },
  ): Promise<{ readonly items: readonly PeriodPlan[]; readonly total: number }> {
    let found = queries.selectFrom('period_plan');
    if (!of.drafts) found = found.where('state', '=', 'issued');
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      .orderBy('from_month', 'desc')
      .orderBy('id', 'desc')
      .limit(of.pageSize)
      .offset((of.page - 1) * of.pageSize)
      .execute();
    const items = [];
    for (const row of rows) items.push(planOf(row, await this.#items(queries, row.id)));
    return { items, total: Number(total) };
  }

  /**
   * Items of issued plans whose month is over, neither dropped nor out (`stateOf`, in the database's words): a feed of the gap
   * detection.
   */
  missed(now: Date): Rows {
    const monthOver = sql`((item.month || '-01')::date + interval '1 month') at time zone 'Asia/Shanghai'`;
    return sql`select item.id, 'periodItem' as subject_kind, item.id as subject_id, ${itemDuty.name}::text as name,
        item.organ_id as owner, ${monthOver} as due_at
      from period_plan_item item
        join period_plan plan on plan.id = item.plan_id
        left join release on release.id = item.release_id
      where plan.state = 'issued' and item.dropped_reason is null and ${monthOver} <= ${now}::timestamptz
        and (release.released_version is null or release.state = 'withdrawn')`;
  }

  /** Items by their ids, each with its plan. */
  async findItems(
    queries: Queries,
    ids: readonly string[],
  ): Promise<readonly (PeriodItem & { readonly planId: string })[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('period_plan_item')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    return rows.map((row) => ({ ...itemOf(row), planId: row.plan_id }));
  }

  async #items(queries: Queries, planId: string): Promise<readonly PeriodItem[]> {
    const rows = await queries
      .selectFrom('period_plan_item')
      .selectAll()
      .where('plan_id', '=', planId)
      .orderBy('position')
      .execute();
    return rows.map(itemOf);
  }

  async #saveItems(queries: Queries, { id, items }: PeriodPlan): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map((item, position): Insertable<Schema['period_plan_item']> => ({
      ...{ id: item.id, plan_id: id, position, organ_id: item.organId, topic: item.topic, month: item.month },
      ...{ form: item.form, key_content: item.keyContent, dropped_reason: item.droppedReason },
      ...{ release_id: item.releaseId, linked_by: item.linkedBy, linked_at: item.linkedAt },
    }));
    await queries.insertInto('period_plan_item').values(rows).execute();
  }
}

const planOf = (row: Selectable<Schema['period_plan']>, items: readonly PeriodItem[]): PeriodPlan => ({
  id: row.id,
  title: row.title,
  fromMonth: row.from_month,
  toMonth: row.to_month,
  keyContent: row.key_content,
  state: row.state as PeriodPlan['state'],
  madeBy: row.made_by,
  issuedBy: row.issued_by,
  issuedAt: row.issued_at,
  items,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const valuesOf = (plan: PeriodPlan) => ({
  title: plan.title,
  from_month: plan.fromMonth,
  to_month: plan.toMonth,
  key_content: plan.keyContent,
  state: plan.state,
  made_by: plan.madeBy,
  issued_by: plan.issuedBy,
  issued_at: plan.issuedAt,
  revision: plan.revision,
  created_at: plan.createdAt,
  updated_at: plan.updatedAt,
});

const itemOf = (row: Selectable<Schema['period_plan_item']>): PeriodItem => ({
  id: row.id,
  organId: row.organ_id,
  topic: row.topic,
  month: row.month,
  form: row.form as ReleaseForm,
  keyContent: row.key_content,
  droppedReason: row.dropped_reason,
  releaseId: row.release_id,
  linkedBy: row.linked_by,
  linkedAt: row.linked_at,
});
