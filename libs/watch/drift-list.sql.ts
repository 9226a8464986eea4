import type { Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Difference } from '../dispatch/dispatch.api.js';
import type { DriftList, DriftQuery, OpenDrift } from './drift.api.js';

/** Narrow read model: what the public finds otherwise than it was approved, the longest so first. */
export const driftList = async (
  queries: Queries,
  visibility: Visibility,
  { page, pageSize }: DriftQuery,
): Promise<DriftList> => {
  let found = queries
    .selectFrom('drift')
    .innerJoin('delivery', 'delivery.id', 'drift.delivery_id')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .innerJoin('organ', 'organ.id', 'release.organ_id')
    .innerJoin('account', 'account.id', 'delivery.account_id')
    .where('drift.closed_at', 'is', null);
  if (!visibility.all)
    found = found.where(sql<boolean>`release.organ_id = any(${[...visibility.organIds]}::text[])`);
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(['drift.id', 'drift.kind', 'drift.differences', 'drift.raised_at', 'delivery.release_id'])
    .select(['release.title', 'release.organ_id', 'organ.name', 'organ.short_name'])
    .select('account.name as account_name')
    .orderBy('drift.raised_at')
    .orderBy('drift.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    releaseId: row.release_id,
    releaseTitle: row.title,
    organ: { id: row.organ_id, name: row.name, shortName: row.short_name },
    accountName: row.account_name,
    kind: row.kind as OpenDrift['kind'],
    differences: [...(row.differences as readonly Difference[])],
    raisedAt: civilTime(row.raised_at),
  }));
  return { items, total: Number(total), page, pageSize };
};
