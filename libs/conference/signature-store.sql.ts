import type { Queries, Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { ConferenceSignature } from './chain.js';

export class ConferenceSignatureStore {
  /** False if the step is signed already: pressed twice, signed once. */
  async insert(queries: Queries, signature: ConferenceSignature): Promise<boolean> {
    const inserted = await queries
      .insertInto('conference_signature')
      .values({
        id: signature.id,
        conference_id: signature.conferenceId,
        registration: signature.registration,
        digest: signature.digest,
        step: signature.step,
        signer_name: signature.signerName,
        signer_post: signature.signerPost,
        document: signature.document,
        recorded_by: signature.recordedBy,
        note: signature.note,
        signed_at: signature.signedAt,
        voided_at: signature.voidedAt,
        void_reason: signature.voidReason,
        authorisation_id: signature.authorisationId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    return inserted.length > 0;
  }

  async of(queries: Queries, conferenceId: string): Promise<readonly ConferenceSignature[]> {
    const rows = await queries
      .selectFrom('conference_signature')
      .selectAll()
      .where('conference_id', '=', conferenceId)
      .orderBy('signed_at')
      .orderBy('id')
      .execute();
    return rows.map(signatureOf);
  }

  /** How many lost their force. */
  async void(queries: Queries, conferenceId: string, why: { at: Date; reason: string }): Promise<number> {
    const { numUpdatedRows } = await queries
      .updateTable('conference_signature')
      .set({ voided_at: why.at, void_reason: why.reason })
      .where('conference_id', '=', conferenceId)
      .where('voided_at', 'is', null)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }
}

const signatureOf = (row: Selectable<Schema['conference_signature']>): ConferenceSignature => ({
  id: row.id,
  conferenceId: row.conference_id,
  registration: row.registration,
  digest: row.digest,
  step: row.step,
  signerName: row.signer_name,
  signerPost: row.signer_post,
  document: row.document,
  recordedBy: row.recorded_by,
  note: row.note,
  signedAt: row.signed_at,
  voidedAt: row.voided_at,
  voidReason: row.void_reason,
  authorisationId: row.authorisation_id,
});
