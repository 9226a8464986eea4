import type { Visibility } from '@koujing/access';
import { json, type Queries, type Rows, type Schema } from '@koujing/database';
import type { ReleaseKind } from '@koujing/release';
import { sql, type Selectable } from 'kysely';
import type { PlanQuery, PlanState, ReleaseLevel } from './plan.api.js';
import type { PlanPart, ReleasePlan } from './plan.js';
import type { ReleaseForm } from './release-form.api.js';

export class PlanStore {
  async insert(queries: Queries, plan: ReleasePlan): Promise<void> {
    await queries
      .insertInto('release_plan')
      .values({ id: plan.id, ...valuesOf(plan) })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<ReleasePlan | null> {
    const row = await queries.selectFrom('release_plan').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : planOf(row);
  }

  /** The same, held until the transaction ends. */
  async lock(queries: Queries, id: string): Promise<ReleasePlan | null> {
    const query = queries.selectFrom('release_plan').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : planOf(row);
  }

  /** Raises the revision and returns the plan as it then is. */
  async write(queries: Queries, plan: ReleasePlan): Promise<ReleasePlan> {
    const next = { ...plan, revision: plan.revision + 1 };
    await queries.updateTable('release_plan').set(valuesOf(next)).where('id', '=', plan.id).execute();
    return next;
  }

  async findAll(queries: Queries, ids: readonly string[]): Promise<readonly ReleasePlan[]> {
    if (ids.length === 0) return [];
    const query = queries
      .selectFrom('release_plan')
      .selectAll()
      .where('id', 'in', [...ids]);
    return (await query.execute()).map(planOf);
  }

  /**
   * Approved ones whose hour has passed and for which no matter speaks, longest overdue first: a feed of the gap detection.
   * A matter of the same organ with the same hour is that very gap.
   */
  missed(rule: string, now: Date): Rows {
    return sql`select plan.id, 'plan' as subject_kind, plan.id as subject_id, ${rule}::text as name,
        plan.lead_organ_id as owner, plan.due_at
      from release_plan plan left join matter on matter.id = plan.matter_id
      where plan.state = 'approved' and plan.due_at <= ${now}::timestamptz
        and (matter.owner_organ_id, matter.due_at) is distinct from (plan.lead_organ_id, plan.due_at)`;
  }

  /** Open ones first, the nearest hour on top; then the newest. A draft is its lead organ's. */
  async page(
    queries: Queries,
    seen: Visibility,
    query: PlanQuery,
  ): Promise<{ readonly items: readonly ReleasePlan[]; readonly total: number }> {
    let found = queries.selectFrom('release_plan');
    if (!seen.all) found = found.where(concerns(seen.organIds));
    if (query.state === 'open') found = found.where('state', 'not in', ['executed', 'lapsed']);
    else if (query.state !== undefined) found = found.where('state', '=', query.state);
    if (query.organ !== undefined) found = found.where('lead_organ_id', '=', query.organ);
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      .orderBy(sql`case when state in ('executed', 'lapsed') then 1 else 0 end`)
      .orderBy(sql`case when state in ('executed', 'lapsed') then null else due_at end`)
      .orderBy('id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    return { items: rows.map(planOf), total: Number(total) };
  }

  /** What the parts were linked to. */
  async releases(queries: Queries, ids: readonly string[]): Promise<readonly LinkedRelease[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('release')
      .select(['id', 'number', 'title', 'state', 'released_version', 'released_at'])
      .where('id', 'in', [...ids])
      .execute();
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      releasedAt: row.released_at,
      out: row.released_version !== null && row.state !== 'withdrawn',
    }));
  }
}

export interface LinkedRelease {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly releasedAt: Date | null;
  readonly out: boolean;
}

const concerns = (organIds: readonly string[]) => sql<boolean>`(
  lead_organ_id = any(${[...organIds]}::text[]) or (state <> 'draft' and (
    meeting_organ_id = any(${[...organIds]}::text[]) or exists (
      select 1 from jsonb_array_elements(parts) part where part ->> 'organId' = any(${[...organIds]}::text[])))))`;

const planOf = (row: Selectable<Schema['release_plan']>): ReleasePlan => ({
  id: row.id,
  meetingOrganId: row.meeting_organ_id,
  meeting: row.meeting,
  metOn: row.met_on,
  item: row.item,
  leadOrganId: row.lead_organ_id,
  outline: row.outline,
  kind: row.release_kind as ReleaseKind,
  proposedLevel: row.proposed_level as ReleaseLevel,
  proposedForm: row.proposed_form as ReleaseForm,
  level: row.level as ReleaseLevel | null,
  form: row.form as ReleaseForm | null,
  dueAt: row.due_at,
  parts: row.parts as readonly PlanPart[],
  state: row.state as PlanState,
  draftedBy: row.drafted_by,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  leader: row.leader,
  decisionNote: row.decision_note,
  endedBy: row.ended_by,
  endedAt: row.ended_at,
  endNote: row.end_note,
  matterId: row.matter_id,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const valuesOf = (plan: ReleasePlan) => ({
  meeting_organ_id: plan.meetingOrganId,
  meeting: plan.meeting,
  met_on: plan.metOn,
  item: plan.item,
  lead_organ_id: plan.leadOrganId,
  outline: plan.outline,
  release_kind: plan.kind,
  proposed_level: plan.proposedLevel,
  proposed_form: plan.proposedForm,
  level: plan.level,
  form: plan.form,
  due_at: plan.dueAt,
  parts: json<unknown>(plan.parts),
  state: plan.state,
  drafted_by: plan.draftedBy,
  proposed_by: plan.proposedBy,
  proposed_at: plan.proposedAt,
  decided_by: plan.decidedBy,
  decided_at: plan.decidedAt,
  leader: plan.leader,
  decision_note: plan.decisionNote,
  ended_by: plan.endedBy,
  ended_at: plan.endedAt,
  end_note: plan.endNote,
  matter_id: plan.matterId,
  revision: plan.revision,
  created_at: plan.createdAt,
  updated_at: plan.updatedAt,
});
