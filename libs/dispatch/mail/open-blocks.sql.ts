import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** Blocking findings about this release that nobody has ruled on. */
export const openBlocks = async (queries: Queries, releaseId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from finding f join finding_release fr on fr.finding_id = f.id
    where fr.release_id = ${releaseId} and f.severity = 'block' and f.state = 'open'`.execute(queries);
  return rows[0]?.count ?? 0;
};
