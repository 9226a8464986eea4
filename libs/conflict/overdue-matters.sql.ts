import type { Queries } from '@koujing/database';
import type { Matter } from '@koujing/matter';
import { sql } from 'kysely';
import { gapKey } from './stored-finding.js';

/** An open matter whose clock has passed. */
export interface OverdueMatter extends Pick<Matter, 'id' | 'ownerOrganId' | 'dueAt'> {
  /** Of the gap that stands on it; null if none does. */
  readonly factsDigest: string | null;
}

/**
 * Overdue matters that have a standing gap or no answer: one statement a minute, whose answer does not grow with the
 * matters that were released on in time. An answer is a linked release of the owner, or one issued jointly with it.
 */
export const overdueMatters = async (queries: Queries, now: Date): Promise<readonly OverdueMatter[]> => {
  const { rows } = await sql<{ id: string; owner: string; due_at: Date; facts_digest: string | null }>`
    select m.id, m.owner_organ_id as owner, m.due_at, f.facts_digest
    from matter m left join finding f on f.key = ${gapKey('')} || m.id and f.state <> 'closed'
    where m.state = 'open' and m.due_at <= ${now} and (f.id is not null or not exists (
      select 1 from release r where r.matter = m.id and r.released_version is not null and r.state <> 'withdrawn'
        and r.released_at >= m.opened_at and (r.organ_id = m.owner_organ_id or r.joint_organ_ids ? m.owner_organ_id)))
    order by m.due_at`.execute(queries);
  return rows.map(({ id, owner, due_at, facts_digest }) => ({
    ...{ id, ownerOrganId: owner, dueAt: due_at, factsDigest: facts_digest },
  }));
};
