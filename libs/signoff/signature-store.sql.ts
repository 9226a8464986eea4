import { json, type Queries, type Schema } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
import type { Release } from '@koujing/release';
import type { Selectable } from 'kysely';
import type { Signature, SignatureStep } from './signature.js';

export class SignatureStore {
  async insert(queries: Queries, signature: Signature): Promise<void> {
    await queries
      .insertInto('signature')
      .values({
        id: signature.id,
        release_id: signature.releaseId,
        version: signature.version,
        digest: signature.digest,
        step: signature.step,
        organ_id: signature.organId,
        person_id: signature.personId,
        on_behalf_of: signature.onBehalfOf,
        authorisation_id: signature.authorisationId,
        decision: signature.decision,
        note: signature.note,
        items: json(signature.items),
        signed_at: signature.signedAt,
        voided_at: signature.voidedAt,
        void_reason: signature.voidReason,
      })
      .execute();
  }

  /** Oldest first. */
  of(queries: Queries, releaseId: ReleaseId): Promise<readonly Signature[]> {
    return this.ofAll(queries, [releaseId]);
  }

  /** Of all these releases, oldest first. */
  async ofAll(queries: Queries, releaseIds: readonly ReleaseId[]): Promise<readonly Signature[]> {
    if (releaseIds.length === 0) return [];
    const rows = await queries
      .selectFrom('signature')
      .selectAll()
      .where('release_id', 'in', [...releaseIds])
      .orderBy('signed_at')
      .orderBy('id')
      .execute();
    return rows.map(signatureOf);
  }

  /**
   * Voids what was signed for other content than `digest`; with null, everything still in force. What went out was
   * signed for good: a correction or withdrawal leaves those signatures standing. Returns how many were voided.
   */
  async voidOthers(
    queries: Queries,
    release: Pick<Release, 'id' | 'releasedVersion'>,
    digest: string | null,
    reason: { readonly at: Date; readonly text: string },
  ): Promise<number> {
    let update = queries
      .updateTable('signature')
      .set({ voided_at: reason.at, void_reason: reason.text })
      .where('release_id', '=', release.id)
      .where('version', '>', release.releasedVersion ?? 0)
      .where('decision', '=', 'agree')
      .where('voided_at', 'is', null);
    if (digest !== null) update = update.where('digest', '!=', digest);
    const { numUpdatedRows } = await update.executeTakeFirst();
    return Number(numUpdatedRows);
  }
}

const signatureOf = (row: Selectable<Schema['signature']>): Signature => ({
  id: row.id,
  releaseId: row.release_id,
  version: row.version,
  digest: row.digest,
  step: row.step as SignatureStep,
  organId: row.organ_id,
  personId: row.person_id,
  onBehalfOf: row.on_behalf_of,
  authorisationId: row.authorisation_id,
  decision: row.decision as Signature['decision'],
  note: row.note,
  items: row.items,
  signedAt: row.signed_at,
  voidedAt: row.voided_at,
  voidReason: row.void_reason,
});
