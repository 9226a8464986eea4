import type { Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import type { DutyList, DutyQuery } from './conflict.api.js';
import type { DutyKind } from './correction-duty.js';

/** Narrow read model: what organs still owe on texts that are out, the longest owed first. */
export const dutyList = async (
  queries: Queries,
  visibility: Visibility,
  query: DutyQuery & { readonly carriedOut: Visibility },
): Promise<DutyList> => {
  let found = queries
    .selectFrom('correction_duty as duty')
    .innerJoin('release', 'release.id', 'duty.release_id')
    .innerJoin('organ', 'organ.id', 'duty.organ_id')
    .where('duty.ended_at', 'is', null);
  // A duty says what an organ got wrong: only that organ and the office read it as a list.
  if (!visibility.all)
    found = found.where(sql<boolean>`duty.organ_id = any(${[...visibility.organIds]}::text[])`);
  const { carriedOut, whose } = query;
  if (whose !== undefined)
    found = found.where(
      sql<boolean>`(${carriedOut.all}::boolean
        or duty.organ_id = any(${carriedOut.all ? [] : [...carriedOut.organIds]}::text[])) = ${whose === 'mine'}::boolean`,
    );
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .selectAll('duty')
    .select(['release.title', 'organ.name', 'organ.short_name'])
    .orderBy('duty.imposed_at')
    .orderBy('duty.id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    findingId: row.finding_id,
    releaseId: row.release_id,
    releaseTitle: row.title,
    organ: { id: row.organ_id, name: row.name, shortName: row.short_name },
    kind: row.kind as DutyKind,
    demand: row.demand,
    demandEn: row.demand_en,
    imposedAt: civilTime(row.imposed_at),
    endedAt: null,
    outcome: null,
    outcomeEn: '',
  }));
  return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
};
