import type { Queries, Rows, Schema } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import { sql, type Selectable } from 'kysely';
import type { DirectiveDemand, DirectiveState } from './directive.api.js';
import type { Directive } from './directive.js';

export class DirectiveStore {
  async insert(queries: Queries, directive: Directive): Promise<void> {
    await queries
      .insertInto('directive')
      .values({ id: directive.id, ...valuesOf(directive) })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<Directive | null> {
    const row = await queries.selectFrom('directive').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : directiveOf(row);
  }

  /** The same, held until the transaction ends. */
  async lock(queries: Queries, id: string): Promise<Directive | null> {
    const query = queries.selectFrom('directive').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : directiveOf(row);
  }

  /** Raises the revision and returns the directive as it then is. */
  async write(queries: Queries, directive: Directive): Promise<Directive> {
    const next = { ...directive, revision: directive.revision + 1 };
    await queries.updateTable('directive').set(valuesOf(next)).where('id', '=', directive.id).execute();
    return next;
  }

  /** Open orders to these organs to release on this matter, held until the transaction ends. */
  async openOn(
    queries: Queries,
    matterId: string,
    organIds: readonly OrganId[],
  ): Promise<readonly Directive[]> {
    if (organIds.length === 0) return [];
    const rows = await queries
      .selectFrom('directive')
      .selectAll()
      .where('matter_id', '=', matterId)
      .where('to_organ_id', 'in', [...organIds])
      .where('demand', '=', 'release')
      .where('state', 'in', ['issued', 'acknowledged'])
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    return rows.map(directiveOf);
  }

  async findAll(queries: Queries, ids: readonly string[]): Promise<readonly Directive[]> {
    if (ids.length === 0) return [];
    const query = queries
      .selectFrom('directive')
      .selectAll()
      .where('id', 'in', [...ids]);
    return (await query.execute()).map(directiveOf);
  }

  /**
   * Open orders to release whose hour has passed and for which no matter speaks, longest overdue first: a feed of the gap
   * detection. A matter of the same organ with the same hour is that very gap; a report that is owed is no release.
   */
  missed(rule: string, now: Date): Rows {
    return sql`select ordered.id, 'directive' as subject_kind, ordered.id as subject_id, ${rule}::text as name,
        ordered.to_organ_id as owner, ordered.due_at
      from directive ordered left join matter on matter.id = ordered.matter_id
      where ordered.demand = 'release' and ordered.state in ('issued', 'acknowledged')
        and ordered.due_at <= ${now}::timestamptz
        and (matter.owner_organ_id, matter.due_at) is distinct from (ordered.to_organ_id, ordered.due_at)`;
  }
}

export const directiveOf = (row: Selectable<Schema['directive']>): Directive => ({
  id: row.id,
  fromOrganId: row.from_organ_id,
  toOrganId: row.to_organ_id,
  title: row.title,
  text: row.text,
  demand: row.demand as DirectiveDemand,
  matterId: row.matter_id,
  lineId: row.line_id,
  openedMatter: row.opened_matter,
  issuedBy: row.issued_by,
  issuedAt: row.issued_at,
  acknowledgeBy: row.acknowledge_by,
  dueAt: row.due_at,
  state: row.state as DirectiveState,
  acknowledgedBy: row.acknowledged_by,
  acknowledgedAt: row.acknowledged_at,
  fulfilledBy: row.fulfilled_by,
  fulfilledAt: row.fulfilled_at,
  releaseId: row.release_id,
  report: row.report,
  withdrawnBy: row.withdrawn_by,
  withdrawnAt: row.withdrawn_at,
  withdrawnReason: row.withdrawn_reason,
  revision: row.revision,
  updatedAt: row.updated_at,
});

const valuesOf = (directive: Directive) => ({
  from_organ_id: directive.fromOrganId,
  to_organ_id: directive.toOrganId,
  title: directive.title,
  text: directive.text,
  demand: directive.demand,
  matter_id: directive.matterId,
  line_id: directive.lineId,
  opened_matter: directive.openedMatter,
  issued_by: directive.issuedBy,
  issued_at: directive.issuedAt,
  acknowledge_by: directive.acknowledgeBy,
  due_at: directive.dueAt,
  state: directive.state,
  acknowledged_by: directive.acknowledgedBy,
  acknowledged_at: directive.acknowledgedAt,
  fulfilled_by: directive.fulfilledBy,
  fulfilled_at: directive.fulfilledAt,
  release_id: directive.releaseId,
  report: directive.report,
  withdrawn_by: directive.withdrawnBy,
  withdrawn_at: directive.withdrawnAt,
  withdrawn_reason: directive.withdrawnReason,
  revision: directive.revision,
  updated_at: directive.updatedAt,
});
