import { json, type Rows } from '@koujing/database';
import { sql } from 'kysely';

/**
 * Releases past the outer bound of 信息公开条例 Art.26, as duties. What is on the board already is not put there twice: by
 * another clock of the same release to the same end (Art.12, 19), as far as the city's rules bring those to the board
 * (`others`), or by the open matter of its own organ.
 */
export const overdueDisclosures = (rule: string, others: readonly string[], now: Date): Rows => sql`
  select outer_bound.id, outer_bound.subject_kind, outer_bound.subject_id, outer_bound.rule as name,
      outer_bound.organ_id as owner, outer_bound.due_at
    from deadline outer_bound
      left join release on release.id = outer_bound.subject_id
      left join matter on matter.id = release.matter
    where outer_bound.rule = ${rule}::text and outer_bound.state = 'running'
      and outer_bound.due_at <= ${now}::timestamptz
      and (matter.state = 'open' and matter.owner_organ_id = outer_bound.organ_id
        and matter.due_at <= ${now}::timestamptz) is not true
      and not exists (select 1 from deadline own
        where own.subject_kind = outer_bound.subject_kind and own.subject_id = outer_bound.subject_id
          and own.rule in ('routineRelease', 'triggeredRelease')
          and own.rule in (select jsonb_array_elements_text(${json(others)})) and own.organ_id = outer_bound.organ_id
          and own.state = 'running' and own.due_at <= ${now}::timestamptz)`;
