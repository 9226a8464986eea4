import { json, type Queries } from '@koujing/database';
import { sql } from 'kysely';
import { isOn } from './membership.sql.js';
import type { MailingList } from './media.js';
import { partOf, type Paged } from './search.js';

export interface CountedList extends MailingList {
  readonly members: number;
  readonly suppressed: number;
}

export class MailingListStore {
  async find(queries: Queries, id: string): Promise<MailingList | null> {
    const query = queries.selectFrom('mailing_list').select(['id', 'name', 'accredited', 'rule']);
    return listOf(await query.where('id', '=', id).executeTakeFirst());
  }

  async named(queries: Queries, name: string): Promise<MailingList | null> {
    const query = queries.selectFrom('mailing_list').select(['id', 'name', 'accredited', 'rule']);
    return listOf(await query.where('name', '=', name).executeTakeFirst());
  }

  async save(queries: Queries, { id, name, accredited, ...list }: MailingList, at: Date): Promise<void> {
    const rule = list.rule === null ? null : json(list.rule);
    await queries
      .insertInto('mailing_list')
      .values({ id, name, accredited, rule, created_at: at, updated_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, accredited, rule, updated_at: at }))
      .execute();
  }

  /** Whoever is on it already stays on it once. */
  async add(queries: Queries, listId: string, reporterIds: readonly string[]): Promise<void> {
    await sql`
      insert into mailing_list_member (list_id, reporter_id)
      select ${listId}, id from unnest(${[...reporterIds]}::text[]) as id on conflict do nothing`.execute(
      queries,
    );
  }

  async remove(queries: Queries, listId: string, reporterIds: readonly string[]): Promise<void> {
    await sql`
      delete from mailing_list_member where list_id = ${listId} and reporter_id = any(${[...reporterIds]})`.execute(
      queries,
    );
  }

  async list(
    queries: Queries,
    { q, page, pageSize, today }: Paged & { readonly today: string },
  ): Promise<{ readonly items: readonly CountedList[]; readonly total: number }> {
    const { rows } = await sql<CountedList & { total: number }>`
      select l.id, l.name, l.accredited, l.rule, count(*) over ()::int as total, c.members, c.suppressed
      from mailing_list l cross join lateral (
        select count(*)::int as members, count(s.id)::int as suppressed
        from media_reporter r join media_outlet o on o.id = r.outlet_id
          left join suppression s on s.address_key = r.address_key and s.lifted_at is null
        where r.active and ${isOn(today)}) c
      where l.name ilike ${partOf(q)} order by l.name
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
    return { items: rows.map(({ total: _, ...list }) => list), total: rows[0]?.total ?? 0 };
  }
}

const listOf = (
  row:
    | { readonly id: string; readonly name: string; readonly accredited: boolean; readonly rule: unknown }
    | undefined,
): MailingList | null => (row === undefined ? null : { ...row, rule: row.rule as MailingList['rule'] });
