import type { Queries } from '@koujing/database';
import type { MaterialKind } from './conference.api.js';

/** A file for a conference; its bytes are found by its id. */
export interface Material {
  readonly id: string;
  readonly conferenceId: string;
  readonly kind: MaterialKind;
  readonly sha256: string;
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

export class MaterialStore {
  /** The former file of this kind stays in the record, marked as replaced. */
  async put(queries: Queries, material: Material, bytes: Uint8Array): Promise<void> {
    await queries
      .updateTable('conference_material')
      .set({ replaced_at: material.uploadedAt })
      .where('conference_id', '=', material.conferenceId)
      .where('kind', '=', material.kind)
      .where('replaced_at', 'is', null)
      .execute();
    await queries
      .insertInto('conference_material')
      .values({
        id: material.id,
        conference_id: material.conferenceId,
        kind: material.kind,
        sha256: material.sha256,
        name: material.name,
        mime_type: material.mimeType,
        bytes,
        size: material.size,
        uploaded_by: material.uploadedBy,
        uploaded_at: material.uploadedAt,
        replaced_at: null,
      })
      .execute();
  }

  /** Those in use, one per kind. */
  async current(queries: Queries, conferenceId: string): Promise<readonly Material[]> {
    const rows = await queries
      .selectFrom('conference_material')
      .select(['id', 'conference_id', 'kind', 'sha256', 'name', 'mime_type', 'size'])
      .select(['uploaded_by', 'uploaded_at'])
      .where('conference_id', '=', conferenceId)
      .where('replaced_at', 'is', null)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      conferenceId: row.conference_id,
      kind: row.kind as MaterialKind,
      sha256: row.sha256,
      name: row.name,
      mimeType: row.mime_type,
      size: row.size,
      uploadedBy: row.uploaded_by,
      uploadedAt: row.uploaded_at,
    }));
  }

  async bytes(queries: Queries, id: string): Promise<Uint8Array | null> {
    const row = await queries
      .selectFrom('conference_material')
      .select('bytes')
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : new Uint8Array(row.bytes);
  }
}
