import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { ArchivedRelease } from './archive.js';

export interface ArchivedYear {
  readonly year: number;
  readonly organId: string | null;
}

/** What the public was given within the civil year, in the order of release; a correction belongs to the year of its first release. */
export const releasesOf = async (
  queries: Queries,
  { year, organId }: ArchivedYear,
): Promise<readonly (ArchivedRelease & { readonly plain: string })[]> => {
  const { rows } = await sql<ArchivedRelease & { readonly plain: string }>`
    select r.id, r.number, v.title, v.summary, v.keywords, v.plain, o.name as organ, r.kind, v.version,
      r.created_at as "draftedAt", r.released_at as "releasedAt",
      (select a.kind from amendment a where a.release_id = r.id order by a.ordered_at desc limit 1) as amended
    from release r join organ o on o.id = r.organ_id
      join release_version v on v.release_id = r.id and v.version = r.released_version
    where r.released_at >= ${startOf(year)} and r.released_at < ${startOf(year + 1)}
      and (${organId}::text is null or r.organ_id = ${organId})
    order by r.released_at, r.id`.execute(queries);
  return rows;
};

const startOf = (year: number): string => `${year}-01-01T00:00:00+08:00`;

/** The organ that is called so, in full or in short, or has this id. */
export const organNamed = async (
  queries: Queries,
  asked: string,
): Promise<{ id: string; name: string } | null> => {
  const found = await queries
    .selectFrom('organ')
    .select(['id', 'name'])
    .where(({ eb, or }) => or([eb('id', '=', asked), eb('name', '=', asked), eb('short_name', '=', asked)]))
    .executeTakeFirst();
  return found ?? null;
};
