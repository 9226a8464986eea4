import type { Rows } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import { sql, type RawBuilder } from 'kysely';

/** Kinds of things that belong to one organ, and the rows that say to which. */
const owned: readonly (readonly [kind: string, of: (ids: RawBuilder<unknown>) => Rows])[] = [
  ['release', (ids) => sql`select 1 from release t where t.id = subject_id and t.organ_id = any(${ids})`],
  [
    'delivery',
    (ids) => sql`select 1 from delivery d join release t on t.id = d.release_id
      where d.id = subject_id and t.organ_id = any(${ids})`,
  ],
  ['account', (ids) => sql`select 1 from account t where t.id = subject_id and t.organ_id = any(${ids})`],
  [
    'conference',
    (ids) => sql`select 1 from conference t where t.id = subject_id and t.organ_id = any(${ids})`,
  ],
  ['interview', (ids) => sql`select 1 from interview t where t.id = subject_id and t.organ_id = any(${ids})`],
  [
    'mediaAnswer',
    (ids) => sql`select 1 from media_answer t where t.id = subject_id and t.organ_id = any(${ids})`,
  ],
  [
    'incident',
    (ids) => sql`select 1 from incident t where t.id = subject_id and t.responsible_organ_id = any(${ids})`,
  ],
  ['violation', (ids) => sql`select 1 from violation t where t.id = subject_id and t.organ_id = any(${ids})`],
  [
    'directive',
    (ids) => sql`select 1 from directive t where t.id = subject_id and t.to_organ_id = any(${ids})`,
  ],
  [
    'plan',
    (ids) => sql`select 1 from release_plan t where t.id = subject_id and t.lead_organ_id = any(${ids})`,
  ],
  [
    'authorisation',
    (ids) => sql`select 1 from authorisation t where t.id = subject_id and t.organ_id = any(${ids})`,
  ],
  [
    'delegation',
    (ids) => sql`select 1 from delegation t where t.id = subject_id and t.organ_id = any(${ids})`,
  ],
  // Of a person who serves elsewhere too, the other organ's business would be told along.
  [
    'person',
    (ids) => sql`select 1 where exists (select 1 from role_grant g where g.person_id = subject_id)
      and not exists (select 1 from role_grant g where g.person_id = subject_id
        and (g.organ_id is null or g.organ_id <> all(${ids})))`,
  ],
  [
    'apiKey',
    (ids) => sql`select 1 from api_key k where k.id = subject_id
      and exists (select 1 from role_grant g where g.person_id = k.person_id)
      and not exists (select 1 from role_grant g where g.person_id = k.person_id
        and (g.organ_id is null or g.organ_id <> all(${ids})))`,
  ],
];

/** Entries about these organs and what is theirs; what belongs to no single organ is nobody's but the office's. */
export const ofOrgans = (organIds: readonly OrganId[]): RawBuilder<boolean> => {
  const ids = sql`${[...organIds]}::text[]`;
  const cases = owned.map(([kind, of]) => sql`when ${sql.lit(kind)} then exists (${of(ids)})`);
  return sql<boolean>`(case subject_kind when 'organ' then subject_id = any(${ids})
    ${sql.join(cases, sql` `)} else false end)`;
};
