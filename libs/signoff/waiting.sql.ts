import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
import { sql } from 'kysely';

/** More than anybody signs in a day; the longest waiting come first. */
const mostAsked = 200;

/** What waits for a person without anybody's signature: their own texts, and what they let out or untie. */
export const ownReleases = async (queries: Queries, actor: Actor): Promise<readonly ReleaseId[]> => {
  const organsAs = (role: string) =>
    actor.grants.flatMap((grant) => (grant.role === role ? [grant.organId ?? '*'] : []));
  const coordinates = actor.grants.some(({ role }) => role === 'coordinator');
  const { rows } = await sql<{ id: ReleaseId }>`
    select id from release
    where (state in ('draft', 'returned') and drafted_by = ${actor.personId})
      or (state = 'heldByGate' and (${coordinates}::boolean or drafted_by = ${actor.personId}))
      or (state = 'approved' and (organ_id = any(${organsAs('spokesperson')}::text[])
        or '*' = any(${organsAs('spokesperson')}::text[])))`.execute(queries);
  return rows.map(({ id }) => id);
};

/** What was handed in, or went out before its full review (Art.21), where this person might sign: their organs', and those that they are asked about. */
export const askedReleases = async (
  queries: Queries,
  { all, organIds }: { readonly all: boolean; readonly organIds: readonly string[] },
): Promise<readonly ReleaseId[]> => {
  const { rows } = await sql<{ id: ReleaseId }>`
    select id from release where (state = 'submitted' or id in (select subject_id from deadline
      where rule = 'laterReview' and subject_kind = 'release' and state in ('running', 'paused'))) and (${all}::boolean
      or organ_id = any(${[...organIds]}::text[]) or superior_organ_id = any(${[...organIds]}::text[])
      or exists (select 1 from jsonb_array_elements_text(joint_organ_ids) joint
        where joint = any(${[...organIds]}::text[])))
    order by updated_at limit ${mostAsked}`.execute(queries);
  return rows.map(({ id }) => id);
};
