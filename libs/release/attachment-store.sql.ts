import type { Trace } from '@koujing/block';
import { json, type Queries } from '@koujing/database';
import type { Visibility } from '@koujing/access';
import type { PersonId } from '@koujing/kernel';
import { sql } from 'kysely';
import { attachmentTypes } from './attachment.js';
import { visible } from './release-filters.sql.js';

export interface Attachment {
  readonly sha256: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly createdAt: Date;
  /** What a document says; absent of a picture. */
  readonly text?: string;
  /** What was taken out of it when it came in. */
  readonly traces?: readonly Trace[];
}

/** What was once found in a file stays told, whoever brings the same picture with other remarks or with none. */
const joinedTraces = sql`(
  select coalesce(jsonb_agg(trace order by place), '[]') from (
    select trace, min(place) as place
    from jsonb_array_elements(attachment.traces || excluded.traces) with ordinality as each(trace, place)
    group by trace order by min(place) limit 200
  ) as once)`;

/** Files by their digest: the same picture is stored once, and a digest never changes its bytes. */
export class AttachmentStore {
  async save(queries: Queries, attachment: Attachment): Promise<void> {
    const { traces = [], text = '' } = attachment;
    await queries
      .insertInto('attachment')
      .values({
        sha256: attachment.sha256,
        mime_type: attachment.mimeType,
        bytes: attachment.bytes,
        created_at: attachment.createdAt,
        text,
        traces: json(traces),
      })
      .onConflict((conflict) =>
        traces.length === 0 && text === ''
          ? conflict.doNothing()
          : conflict.column('sha256').doUpdateSet({
              traces: joinedTraces,
              text: sql`case when attachment.text = '' then excluded.text else attachment.text end`,
            }),
      )
      .execute();
  }

  /** Who brought it: they may see it again before a release holds it. */
  async broughtBy(queries: Queries, sha256: string, personId: PersonId): Promise<void> {
    await queries
      .insertInto('attachment_upload')
      .values({ sha256, person_id: personId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Those of `digests` that the person brought, or that stand in a release they see: a digest alone opens nothing. */
  async within(
    queries: Queries,
    digests: readonly string[],
    { personId, visibility }: { readonly personId: PersonId; readonly visibility: Visibility },
  ): Promise<ReadonlySet<string>> {
    if (digests.length === 0) return new Set();
    const seen = visibility.all ? sql<boolean>`true` : visible(visibility.organIds);
    const { rows } = await sql<{ sha256: string }>`
      select sha256 from unnest(${[...digests]}::text[]) as asked (sha256)
      where exists (select 1 from attachment_upload brought
          where brought.sha256 = asked.sha256 and brought.person_id = ${personId})
        or exists (select 1 from release_image image join release on release.id = image.release_id
          where image.sha256 = asked.sha256 and ${seen})
        or exists (select 1 from release_version held join release on release.id = held.release_id
          where held.attachments @> jsonb_build_array(jsonb_build_object('sha256', asked.sha256)) and ${seen})`.execute(
      queries,
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /** What the file is called in a release that they may see; null in none. */
  async nameOf(queries: Queries, sha256: string, visibility: Visibility): Promise<string | null> {
    const seen = visibility.all ? sql<boolean>`true` : visible(visibility.organIds);
    const { rows } = await sql<{ name: string }>`
      select file ->> 'name' as name
      from release_version held join release on release.id = held.release_id,
        jsonb_array_elements(held.attachments) as file
      where held.attachments @> jsonb_build_array(jsonb_build_object('sha256', ${sha256}::text))
        and file ->> 'sha256' = ${sha256} and ${seen}
      order by held.release_id desc, held.version desc limit 1`.execute(queries);
    return rows[0]?.name ?? null;
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

  /**
   * What these documents say. Left out is what is not stored, and pictures. Without text are files of a register, which
   * were kept as they came and never made fit for the public, and attachments stored before text was kept: a release that
   * was approved with one keeps it.
   */
  async documents(
    queries: Queries,
    digests: readonly string[],
  ): Promise<
    ReadonlyMap<string, { readonly mimeType: string; readonly size: number; readonly text: string }>
  > {
    if (digests.length === 0) return new Map();
    const rows = await queries
      .selectFrom('attachment')
      .select(['sha256', 'mime_type', 'text', sql<number>`length(bytes)`.as('size')])
      .where('sha256', 'in', [...digests])
      .where('mime_type', 'in', Object.values(attachmentTypes))
      .execute();
    return new Map(
      rows.map(({ sha256, mime_type: mimeType, size, text }) => [sha256, { mimeType, size, text }]),
    );
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
