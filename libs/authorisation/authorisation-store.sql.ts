import { json, type Queries, type Schema } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import type { ReleaseKind } from '@koujing/release';
import type { Selectable } from 'kysely';
import type { Authorisation } from './authorisation.js';
import { pageOfTerms, type TermFilter } from './term-page.sql.js';

export class AuthorisationStore {
  async insert(queries: Queries, given: Authorisation): Promise<void> {
    await queries
      .insertInto('authorisation')
      .values({
        id: given.id,
        organ_id: given.organId,
        grantor_id: given.grantorId,
        grantee_id: given.granteeId,
        kinds: json(given.kinds),
        subjects: json(given.subjects),
        note: given.note,
        from_at: given.from,
        to_at: given.to,
        revoked_at: given.revokedAt,
        revoke_reason: given.revokeReason,
        recorded_by: given.recordedBy,
        recorded_at: given.recordedAt,
      })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<Authorisation | null> {
    const row = await queries.selectFrom('authorisation').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : authorisationOf(row);
  }

  /** The same, held until the transaction ends. */
  async lock(queries: Queries, id: string): Promise<Authorisation | null> {
    const query = queries.selectFrom('authorisation').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : authorisationOf(row);
  }

  async revoke(
    queries: Queries,
    id: string,
    by: { readonly at: Date; readonly reason: string },
  ): Promise<void> {
    const change = { revoked_at: by.at, revoke_reason: by.reason };
    await queries.updateTable('authorisation').set(change).where('id', '=', id).execute();
  }

  /** All that these organs ever gave, so that a refusal can say why an old one does not hold. */
  async of(queries: Queries, organIds: readonly OrganId[]): Promise<readonly Authorisation[]> {
    const rows = await queries
      .selectFrom('authorisation')
      .selectAll()
      .where('organ_id', 'in', [...organIds])
      .orderBy('recorded_at', 'desc')
      .execute();
    return rows.map(authorisationOf);
  }

  /** Newest first. */
  async page(
    queries: Queries,
    filter: TermFilter,
  ): Promise<{ readonly items: readonly Authorisation[]; readonly total: number }> {
    const { ids, total } = await pageOfTerms(queries, 'authorisation', filter);
    const rows =
      ids.length === 0
        ? []
        : await queries
            .selectFrom('authorisation')
            .selectAll()
            .where('id', 'in', [...ids])
            .execute();
    return { items: rows.map(authorisationOf).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)), total };
  }
}

const authorisationOf = (row: Selectable<Schema['authorisation']>): Authorisation => ({
  id: row.id,
  organId: row.organ_id,
  grantorId: row.grantor_id,
  granteeId: row.grantee_id,
  kinds: row.kinds as readonly ReleaseKind[],
  subjects: row.subjects,
  note: row.note,
  from: row.from_at,
  to: row.to_at,
  revokedAt: row.revoked_at,
  revokeReason: row.revoke_reason,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
});
