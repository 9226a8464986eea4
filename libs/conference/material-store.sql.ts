import type { Trace } from '@koujing/block';
import { json, type Queries } from '@koujing/database';
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
  /** What the file says beside what one reads in it; it is handed out as it is. */
  readonly traces: readonly Trace[];
  /** Its inside was not read. */
  readonly unread: boolean;
  /** Who opened it and looked. */
  readonly looked: Reviewed | null;
  /** Who signed this very file, which came after the application. */
  readonly signedOff: Reviewed | null;
}

/** By whom, and when. */
export interface Reviewed {
  readonly by: string;
  readonly at: Date;
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
        traces: json(material.traces),
        unread: material.unread,
      })
      .execute();
  }

  /** Those in use, one per kind. */
  async current(queries: Queries, conferenceId: string): Promise<readonly Material[]> {
    const rows = await queries
      .selectFrom('conference_material')
      .select(['id', 'conference_id', 'kind', 'sha256', 'name', 'mime_type', 'size'])
      .select(['uploaded_by', 'uploaded_at', 'traces', 'unread'])
      .select(['looked_by', 'looked_at', 'signed_by', 'signed_at'])
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
      traces: row.traces as readonly Trace[],
      unread: row.unread,
      looked: reviewed(row.looked_by, row.looked_at),
      signedOff: reviewed(row.signed_by, row.signed_at),
    }));
  }

  async look(queries: Queries, id: string, { by, at }: Reviewed): Promise<void> {
    await queries
      .updateTable('conference_material')
      .set({ looked_by: by, looked_at: at })
      .where('id', '=', id)
      .execute();
  }

  async sign(
    queries: Queries,
    id: string,
    { by, at, authorisationId }: Reviewed & { readonly authorisationId: string | null },
  ): Promise<void> {
    await queries
      .updateTable('conference_material')
      .set({ signed_by: by, signed_at: at, authorisation_id: authorisationId })
      .where('id', '=', id)
      .execute();
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

const reviewed = (by: string | null, at: Date | null): Reviewed | null =>
  by === null || at === null ? null : { by, at };
