import type { Queries, Schema } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import type { Selectable } from 'kysely';
import type { DelegableRole } from './authorisation.api.js';
import type { Delegation } from './authorisation.js';
import { pageOfTerms, type TermFilter } from './term-page.sql.js';

export class DelegationStore {
  async insert(queries: Queries, given: Delegation): Promise<void> {
    await queries
      .insertInto('delegation')
      .values({
        id: given.id,
        organ_id: given.organId,
        role: given.role,
        from_person_id: given.fromPersonId,
        to_person_id: given.toPersonId,
        reason: given.reason,
        from_at: given.from,
        to_at: given.to,
        revoked_at: given.revokedAt,
        revoke_reason: given.revokeReason,
        recorded_at: given.recordedAt,
      })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<Delegation | null> {
    const row = await queries.selectFrom('delegation').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : delegationOf(row);
  }

  /** The same, held until the transaction ends. */
  async lock(queries: Queries, id: string): Promise<Delegation | null> {
    const query = queries.selectFrom('delegation').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : delegationOf(row);
  }

  async revoke(
    queries: Queries,
    id: string,
    by: { readonly at: Date; readonly reason: string },
  ): Promise<void> {
    const change = { revoked_at: by.at, revoke_reason: by.reason };
    await queries.updateTable('delegation').set(change).where('id', '=', id).execute();
  }

  /** In force at this instant, by people whose accounts open and who hold the role still: nobody hands on what he lost. */
  async inForce(queries: Queries, organIds: readonly OrganId[], at: Date): Promise<readonly Delegation[]> {
    const rows = await queries
      .selectFrom('delegation')
      .innerJoin('person', 'person.id', 'delegation.from_person_id')
      .selectAll('delegation')
      .where('delegation.organ_id', 'in', [...organIds])
      .where('person.disabled', '=', false)
      .where('from_at', '<=', at)
      .where('to_at', '>', at)
      .where('revoked_at', 'is', null)
      .where((where) =>
        where.exists(
          where
            .selectFrom('role_grant')
            .select('role_grant.role')
            .whereRef('role_grant.person_id', '=', 'delegation.from_person_id')
            .whereRef('role_grant.role', '=', 'delegation.role')
            .where((grant) =>
              grant.or([
                grant('role_grant.organ_id', 'is', null),
                grant('role_grant.organ_id', '=', grant.ref('delegation.organ_id')),
              ]),
            ),
        ),
      )
      .execute();
    return rows.map(delegationOf);
  }

  /** Newest first. */
  async page(
    queries: Queries,
    filter: TermFilter,
  ): Promise<{ readonly items: readonly Delegation[]; readonly total: number }> {
    const { ids, total } = await pageOfTerms(queries, 'delegation', filter);
    const rows =
      ids.length === 0
        ? []
        : await queries
            .selectFrom('delegation')
            .selectAll()
            .where('id', 'in', [...ids])
            .execute();
    return { items: rows.map(delegationOf).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)), total };
  }
}

const delegationOf = (row: Selectable<Schema['delegation']>): Delegation => ({
  id: row.id,
  organId: row.organ_id,
  role: row.role as DelegableRole,
  fromPersonId: row.from_person_id,
  toPersonId: row.to_person_id,
  reason: row.reason,
  from: row.from_at,
  to: row.to_at,
  revokedAt: row.revoked_at,
  revokeReason: row.revoke_reason,
  recordedAt: row.recorded_at,
});
