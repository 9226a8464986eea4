import type { Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Difference } from '../dispatch/dispatch.api.js';
import type { DriftList, DriftQuery, OpenDrift } from './drift.api.js';

interface Row {
  readonly id: string;
  readonly kind: OpenDrift['kind'];
  readonly differences: readonly Difference[];
  readonly raised_at: Date;
  readonly release_id: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly organ_id: string;
  readonly name: string;
  readonly short_name: string;
  readonly account_name: string;
}

/** Narrow read model: what the public finds otherwise than it was approved or written, the longest so first. The city's own site is the office's. */
export const driftList = async (
  queries: Queries,
  visibility: Visibility,
  { page, pageSize }: DriftQuery,
): Promise<DriftList> => {
  const seen = visibility.all ? sql`true` : sql`o.id = any(${[...visibility.organIds]}::text[])`;
  const open = sql`(
    select d.id, d.kind, d.differences, d.raised_at, v.release_id, r.title, null as url,
      o.id as organ_id, o.name, o.short_name, a.name as account_name
    from drift d join delivery v on v.id = d.delivery_id join release r on r.id = v.release_id
      join organ o on o.id = r.organ_id join account a on a.id = v.account_id
    where d.closed_at is null and ${seen}
    union all
    select s.id, s.kind, s.differences, s.raised_at, null, s.path, s.url, o.id, o.name, o.short_name, a.name
    from site_drift s join account a on a.id = s.account_id
      join organ o on o.id = coalesce(a.organ_id, (select id from organ where is_office order by id limit 1))
    where s.closed_at is null and s.raised_at is not null and ${seen}) open`;
  const { rows: counted } = await sql<{ total: string }>`select count(*) as total from ${open}`.execute(
    queries,
  );
  const { rows } = await sql<Row>`
    select * from ${open} order by raised_at, id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    queries,
  );
  const items = rows.map((row) => ({
    ...{ id: row.id, releaseId: row.release_id, releaseTitle: row.title, url: row.url },
    organ: { id: row.organ_id, name: row.name, shortName: row.short_name },
    accountName: row.account_name,
    kind: row.kind,
    differences: [...row.differences],
    raisedAt: civilTime(row.raised_at),
  }));
  return { items, total: Number(counted[0]?.total ?? 0), page, pageSize };
};
