import type { Queries } from '@koujing/database';

export interface Attachment {
  readonly sha256: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly createdAt: Date;
}

/** Files by their digest: the same picture is stored once, and a digest never changes its bytes. */
export class AttachmentStore {
  async save(queries: Queries, attachment: Attachment): Promise<void> {
    await queries
      .insertInto('attachment')
      .values({
        sha256: attachment.sha256,
        mime_type: attachment.mimeType,
        bytes: attachment.bytes,
        created_at: attachment.createdAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async find(queries: Queries, sha256: string): Promise<Attachment | null> {
    const row = await queries
      .selectFrom('attachment')
      .selectAll()
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { sha256, mimeType: row.mime_type, bytes: new Uint8Array(row.bytes), createdAt: row.created_at };
  }

  /** Which of these are not stored. */
  async missing(queries: Queries, digests: readonly string[]): Promise<readonly string[]> {
    if (digests.length === 0) return [];
    const rows = await queries
      .selectFrom('attachment')
      .select('sha256')
      .where('sha256', 'in', [...digests])
      .execute();
    const stored = new Set(rows.map((row) => row.sha256));
    return digests.filter((digest) => !stored.has(digest));
  }
}
