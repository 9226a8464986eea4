import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import { restoredText } from './hold.sql.js';

/** Far beyond any sweep: a row that waits for the portal is woken by the portal's row and by nothing else. */
export const untilToldOtherwise = new Date('9999-12-31T00:00:00Z');

/**
 * The page is live (Art.17): whoever waited for it may go. Their renditions carry its address already, fixed at draft;
 * it is the mark by which a platform's posts are recognised, so it is never replaced by what the portal answers.
 */
export const releaseWaiting = async (
  queries: Queries,
  of: { readonly releaseId: string; readonly version: number },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    update delivery set state = case when ${restoredText('delivery')} is null then 'planned' else 'unknown' end,
      first_intent_at = case when recipient = '' then coalesce(first_intent_at, ${restoredText('delivery')})
        else first_intent_at end,
      waiting_for = null, next_at = clock_timestamp(), updated_at = clock_timestamp()
    where release_id = ${of.releaseId} and version = ${of.version} and state = 'waiting' and waiting_for = 'portal'
    returning id`.execute(queries);
  return rows.map(({ id }) => id);
};
