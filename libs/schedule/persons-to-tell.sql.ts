import type { Queries } from '@koujing/database';
import type { Release } from '@koujing/release';
import { sql } from 'kysely';

/** The drafter, who set the hour, and whoever coordinates for the organ or for the whole city. */
export class PersonsToTell {
  async of(
    queries: Queries,
    release: Pick<Release, 'id' | 'organId' | 'draftedBy'>,
  ): Promise<readonly string[]> {
    const { rows } = await sql<{ person_id: string }>`
      select distinct g.person_id from role_grant g left join organ o on o.id = g.organ_id
      where g.role = 'coordinator' and (g.organ_id is null or g.organ_id = ${release.organId} or o.is_office)
      union
      select person.id from (select actor from audit_entry where subject_kind = 'release' and subject_id = ${release.id}
        and action in ('release.schedule', 'release.adoptTime') order by at desc, id desc limit 1) as set_by
      join person on person.id = set_by.actor`.execute(queries);
    return [...new Set([release.draftedBy, ...rows.map((row) => row.person_id)])];
  }
}
