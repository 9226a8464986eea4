import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import { gapKey } from './stored-finding.js';

/**
 * Overdue matters that need a look: without a gap and without an answer, or with a gap that stands for another hour or another
 * owner. One statement a minute, whose answer grows neither with the matters that were released on in time nor with the gaps
 * that stand. An answer is a linked release of the owner, or one issued jointly with it.
 */
export const overdueMatters = async (
  queries: Queries,
  now: Date,
): Promise<readonly { readonly id: string }[]> => {
  const { rows } = await sql<{ id: string }>`
    select m.id from matter m left join finding f on f.key = ${gapKey('')} || m.id and f.state <> 'closed'
    where m.state = 'open' and m.due_at <= ${now} and case when f.id is not null
      then (f.owner_organ_id, f.due_at) is distinct from (m.owner_organ_id, m.due_at)
      else not exists (
        select 1 from release r where r.matter = m.id and r.released_version is not null and r.state <> 'withdrawn'
          and r.released_at >= m.opened_at and (r.organ_id = m.owner_organ_id or r.joint_organ_ids ? m.owner_organ_id))
      end
    order by m.due_at`.execute(queries);
  return rows;
};
