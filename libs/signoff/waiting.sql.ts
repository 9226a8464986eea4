import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { OrganId, PersonId, ReleaseId } from '@koujing/kernel';
import { sql, type RawBuilder } from 'kysely';

/** More than anybody signs in a day; the most urgent come first. */
export const mostAsked = 200;

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

/** Where a person might sign. */
export interface Seats {
  readonly personId: PersonId;
  /** In every organ; else in those of `organIds`. */
  readonly all: boolean;
  readonly organIds: readonly OrganId[];
  /** Role and organ, `approver transport`; of one held in all of them `approver *`. */
  readonly desks: readonly string[];
  /** Before this a signature has grown old; null where none does. */
  readonly oldBefore: Date | null;
  readonly now: Date;
}

interface AskedIds {
  readonly ids: readonly ReleaseId[];
  /** All that there are, those before and behind these too. */
  readonly total: number;
}

/** What has been signed for the words that it has now, and is still in force. */
const isSigned = (oldBefore: Date | null) => sql`exists (select 1 from signature
  where signature.release_id = handed.id and signature.digest = handed.digest
    and signature.step = asked.step and signature.organ_id = asked.organ_id
    and signature.decision = 'agree' and signature.voided_at is null
    and (${oldBefore}::timestamptz is null or signature.signed_at > ${oldBefore}::timestamptz))`;

/** Where the chain says so nobody signs two steps, for themselves or for a colleague. */
const signedAnother = (personId: PersonId) => sql`((handed.chain ->> 'distinctPersons')::boolean and exists (
  select 1 from signature where signature.release_id = handed.id and signature.digest = handed.digest
    and signature.step <> open.step and signature.decision = 'agree' and signature.voided_at is null
    and ${personId} in (signature.person_id, signature.on_behalf_of)))`;

/** The desk of the step is this person's: by role, by what the leader authorised them for, or by a colleague's who is away. */
const isTheirs = ({ personId, desks, now }: Seats) => {
  const sits = (role: RawBuilder<unknown>) =>
    sql`array[${role} || ' *', ${role} || ' ' || open.organ_id] && ${[...desks]}::text[]`;
  const role = sql`case open.step when 'confirmation' then 'coSigner' else open.role end`;
  return sql`case when open.step in ('contentApproval', 'superiorApproval')
    then ${sits(sql`'principalLeader'`)} or exists (select 1 from authorisation
      where grantee_id = ${personId} and authorisation.organ_id = open.organ_id and (kinds = '[]' or kinds ? handed.kind)
        and from_at <= ${now} and to_at > ${now} and revoked_at is null)
    else ${sits(role)} or (open.step = 'confirmation' and ${sits(sql`'approver'`)})
      or exists (select 1 from delegation where to_person_id = ${personId} and delegation.organ_id = open.organ_id
        and delegation.role = ${role} and from_at <= ${now} and to_at > ${now} and revoked_at is null)
    end`;
};

/**
 * The chain as `requirementsOf` (chain.ts) reads it: an unsigned step of the first stage that lacks one, at a desk of this
 * person. It lets through whatever `decisionOf` may put to them and leaves the last word to that: what is kept out here is
 * the great number that waits for somebody else. One that was handed in before chains were kept is let through.
 */
const isTheirTurn = (seats: Seats) => sql`(handed.chain is null or exists (
  select 1 from (
    select asked.*, min(asked.stage) over () as first_stage from (
      select stages.place as stage, step.value ->> 'step' as step, step.value ->> 'role' as role, organ.id as organ_id
      from jsonb_array_elements(handed.chain -> 'stages') with ordinality stages (steps, place),
        jsonb_array_elements(stages.steps) step,
        lateral (
          select handed.organ_id as id where step.value ->> 'step' not in ('confirmation', 'superiorApproval')
          union all select handed.superior_organ_id
            where step.value ->> 'step' = 'superiorApproval' and handed.superior_organ_id is not null
          union all select joint from jsonb_array_elements_text(handed.joint_organ_ids) joint
            where step.value ->> 'step' = 'confirmation') organ
    ) asked where not ${isSigned(seats.oldBefore)}
  ) open where open.stage = open.first_stage and ${isTheirs(seats)} and not ${signedAnother(seats.personId)}))`;

/** The nearest hour of the release, of its incident or of its matter, as the signer is told it (`ReleaseClocks`). */
const nearestHour = sql`least(
  (select min(due_at) from deadline
    where subject_kind = 'release' and subject_id = handed.id and state = 'running'),
  (select min(due_at) from incident join deadline on subject_kind = 'incident' and subject_id = incident.id
    where incident.matter_id = handed.matter and deadline.state = 'running'),
  (select due_at from matter where matter.id = handed.matter and matter.state = 'open'))`;

/**
 * What was handed in and has come to this person's desk, or went out before its full review (Art.21): of their organs, and
 * of those that they are asked about. Nobody signs what they wrote. The most urgent first, then the longest waiting;
 * `mostAsked` of them, behind the first `from`.
 */
export const askedReleases = async (queries: Queries, seats: Seats, from: number): Promise<AskedIds> => {
  const organIds = sql`${[...seats.organIds]}::text[]`;
  const { rows } = await sql<{ id: ReleaseId; total: number }>`
    with near as materialized (
      select * from release where id in (
          select id from release where state = 'submitted'
          union all select subject_id from deadline
            where rule = 'laterReview' and subject_kind = 'release' and state in ('running', 'paused'))
        and (${seats.all}::boolean or organ_id = any(${organIds}) or superior_organ_id = any(${organIds})
          or exists (select 1 from jsonb_array_elements_text(joint_organ_ids) joint where joint = any(${organIds})))
    ), concerned as (
      select near.*, release_version.digest, kept_chain.chain
      from near
        join release_version on release_version.release_id = near.id and release_version.version = near.version
        left join kept_chain on kept_chain.release_id = near.id
      where not exists (select 1 from release_version own
        where own.release_id = near.id and own.drafted_by = ${seats.personId})
    )
    select id, (count(*) over ())::integer as total from concerned handed
    where state <> 'submitted' or ${isTheirTurn(seats)}
    order by ${nearestHour}, updated_at, id limit ${mostAsked} offset ${from}`.execute(queries);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
};
