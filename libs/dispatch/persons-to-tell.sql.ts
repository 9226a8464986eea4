import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The drafter, and whoever coordinates for the organ or for the whole city; nobody who has left. */
export const responsible = async (
  queries: Queries,
  of: { readonly organ_id: string; readonly drafted_by: string },
): Promise<readonly Named[]> => {
  const { rows } = await sql<Named>`
    select p.id, p.name from person p where not p.disabled and (p.id = ${of.drafted_by} or exists (
      select from role_grant g left join organ o on o.id = g.organ_id where g.person_id = p.id
        and g.role = 'coordinator' and (g.organ_id is null or g.organ_id = ${of.organ_id} or o.is_office)))
    order by p.id = ${of.drafted_by} desc, p.id`.execute(queries);
  return rows;
};

/** Who runs the accounts of the city. */
export const operators = async (queries: Queries): Promise<readonly Named[]> => {
  const { rows } = await sql<Named>`
    select distinct p.id, p.name from person p join role_grant g on g.person_id = p.id
    left join organ o on o.id = g.organ_id
    where not p.disabled and g.role in ('administrator', 'coordinator') and (g.organ_id is null or o.is_office)
    order by p.id`.execute(queries);
  return rows;
};
