import type { Queries } from '@koujing/database';
import type { Release } from '@koujing/release';
import { sql } from 'kysely';

/** The drafter, and whoever coordinates for the organ or for the whole city. */
export class PersonsToTell {
  async of(queries: Queries, release: Pick<Release, 'organId' | 'draftedBy'>): Promise<readonly string[]> {
    const { rows } = await sql<{ person_id: string }>`
      select distinct g.person_id from role_grant g left join organ o on o.id = g.organ_id
      where g.role = 'coordinator' and (g.organ_id is null or g.organ_id = ${release.organId} or o.is_office)`.execute(
      queries,
    );
    return [...new Set([release.draftedBy, ...rows.map((row) => row.person_id)])];
  }
}
