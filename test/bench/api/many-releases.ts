import type { Database } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { sql } from 'kysely';
import { blocksFromText } from '@koujing/block';
import { generatedReleases } from '../generated-releases.js';

const rowsAtOnce = 2_000;

/** Releases of three years, copied from one that went the whole way, each with a text of its own. */
export const addReleases = async (
  { queries }: Database,
  templateId: string,
  size: number,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  let rows: { release: object; version: object }[] = [];
  const write = async (): Promise<void> => {
    if (rows.length === 0) return;
    const [releases, versions] = [rows.map(({ release }) => release), rows.map(({ version }) => version)];
    await sql`insert into release select (jsonb_populate_record(r, o)).*
      from release r, jsonb_array_elements(${JSON.stringify(releases)}::jsonb) o where r.id = ${templateId}`.execute(
      queries,
    );
    await sql`insert into release_version select (jsonb_populate_record(v, o)).*
      from release_version v, jsonb_array_elements(${JSON.stringify(versions)}::jsonb) o
      where v.release_id = ${templateId} and v.version = 1`.execute(queries);
    rows = [];
  };
  let n = 0;
  for (const { title, body, publishedAt } of generatedReleases(size)) {
    n += 1;
    const id = newId();
    ids.push(id);
    const at = new Date(publishedAt ?? 0).toISOString();
    rows.push({
      release: {
        ...{ id, number: `滨新发〔档〕${n}号`, title, state: 'released', version: 1, released_version: 1 },
        ...{ released_at: at, examined_version: 1, gate_seq: n + 1_000_000, created_at: at, updated_at: at },
      },
      version: {
        ...{ release_id: id, version: 1, title, summary: body.slice(0, 60), plain: body },
        ...{ blocks: blocksFromText(body), created_at: at },
      },
    });
    if (rows.length === rowsAtOnce) await write();
  }
  await write();
  await sql`analyze`.execute(queries);
  return ids;
};
