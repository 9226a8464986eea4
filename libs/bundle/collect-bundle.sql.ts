import { chainExcerpt } from '@koujing/audit';
import type { Queries } from '@koujing/database';
import { sql, type RawBuilder } from 'kysely';
import type { BundleParts } from './bundle.js';

type Row = Record<string, unknown>;

/** Everything that the database holds of one release; null where there is none. */
export const collectBundle = async (queries: Queries, id: string): Promise<BundleParts | null> => {
  const rows = async (query: RawBuilder<unknown>): Promise<Row[]> => [
    ...((await query.execute(queries)).rows as Row[]),
  ];
  const [release] = await rows(sql`select * from release where id = ${id}`);
  if (release === undefined) return null;
  const versions = await rows(sql`select * from release_version where release_id = ${id} order by version`);
  const signatures = await rows(sql`select * from signature where release_id = ${id} order by signed_at, id`);
  const findings = await rows(sql`select * from finding
    where id in (select finding_id from finding_release where release_id = ${id}) order by raised_at, id`);
  const findingIds = findings.map((row) => String(row['id']));
  const rulings = await rows(
    sql`select * from ruling where finding_id = any(${findingIds}) order by ruled_at, id`,
  );
  const verdicts = await rows(sql`select * from gate_verdict where release_id = ${id} order by at, id`);
  const deliveries = await rows(sql`select * from delivery where release_id = ${id} order by seq`);
  const attempts = await rows(sql`select a.* from delivery_attempt a join delivery d on d.id = a.delivery_id
    where d.release_id = ${id} order by a.started_at, a.id`);
  const renditions = await rows(sql`select digest, body from rendition
    where digest in (select rendition_digest from delivery where release_id = ${id}) order by digest`);
  return {
    ...{ release, versions, signatures, findings, rulings, verdicts, deliveries, attempts },
    renditions: renditions.map(({ digest, body }) => ({ digest: String(digest), body })),
    attachments: await attachmentsOf(queries, id),
    names: await namesOf(queries, [release, ...versions, ...signatures, ...rulings]),
    chain: await chainExcerpt(
      queries,
      sql<boolean>`((subject_kind = 'release' and subject_id = ${id})
        or (subject_kind = 'delivery' and subject_id in (select id from delivery where release_id = ${id}))
        or (subject_kind = 'amendment' and subject_id in (select id from amendment where release_id = ${id}))
        or (subject_kind = 'finding' and subject_id = any(${findingIds})))`,
    ),
  };
};

const attachmentsOf = async (queries: Queries, id: string): Promise<BundleParts['attachments']> => {
  const { rows } = await sql<{ sha256: string; mimeType: string; bytes: Uint8Array }>`
    select sha256, mime_type as "mimeType", bytes from attachment
    where sha256 in (select sha256 from release_image where release_id = ${id})
      or sha256 in (select a ->> 'sha256' from release_version v, jsonb_array_elements(v.attachments) a
        where v.release_id = ${id}) order by sha256`.execute(queries);
  return rows.map(({ sha256, mimeType, bytes }) => ({
    ...{ sha256, mimeType },
    base64: Buffer.from(bytes).toString('base64'),
  }));
};

const namedBy = ['organ_id', 'person_id', 'drafted_by', 'ruled_by', 'on_behalf_of', 'lead_organ_id'];

const namesOf = async (queries: Queries, rows: readonly Row[]): Promise<Record<string, string>> => {
  const ids = [
    ...new Set(rows.flatMap((row) => namedBy.map((column) => row[column]).filter((id) => id != null))),
  ].map(String);
  const { rows: found } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${ids}) union all select id, name from organ where id = any(${ids})`.execute(
    queries,
  );
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
};
