import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { MailingList } from './media.js';
import { partOf, type Paged } from './search.js';

export interface CountedList extends MailingList {
  readonly members: number;
  readonly suppressed: number;
}

export class MailingListStore {
  async find(queries: Queries, id: string): Promise<MailingList | null> {
    const query = queries.selectFrom('mailing_list').select(['id', 'name', 'accredited']);
    return (await query.where('id', '=', id).executeTakeFirst()) ?? null;
  }

  async named(queries: Queries, name: string): Promise<MailingList | null> {
    const query = queries.selectFrom('mailing_list').select(['id', 'name', 'accredited']);
    return (await query.where('name', '=', name).executeTakeFirst()) ?? null;
  }

  async save(queries: Queries, { id, name, accredited }: MailingList, at: Date): Promise<void> {
    await queries
      .insertInto('mailing_list')
      .values({ id, name, accredited, created_at: at, updated_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, accredited, updated_at: at }))
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
    { q, page, pageSize }: Paged,
  ): Promise<{ readonly items: readonly CountedList[]; readonly total: number }> {
    const { rows } = await sql<CountedList & { total: number }>`
      select l.id, l.name, l.accredited, count(*) over ()::int as total,
        (select count(*)::int from mailing_list_member m join media_reporter r on r.id = m.reporter_id
          where m.list_id = l.id and r.active) as members,
        (select count(*)::int from mailing_list_member m join media_reporter r on r.id = m.reporter_id
          join suppression s on s.address_key = r.address_key and s.lifted_at is null
          where m.list_id = l.id and r.active) as suppressed
      from mailing_list l where l.name ilike ${partOf(q)} order by l.name
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
    return { items: rows.map(({ total: _, ...list }) => list), total: rows[0]?.total ?? 0 };
  }
}
