import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { Outlet, OutletKind } from './media.js';
import { partOf, type Paged } from './search.js';

export interface CountedOutlet extends Outlet {
  readonly reporters: number;
}

export class OutletStore {
  async find(queries: Queries, id: string): Promise<Outlet | null> {
    const row = await queries.selectFrom('media_outlet').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : { ...row, kind: row.kind as OutletKind };
  }

  /** The same, held until the transaction ends: what hangs on it is written by one at a time. */
  async held(queries: Queries, id: string): Promise<Outlet | null> {
    const query = queries.selectFrom('media_outlet').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : { ...row, kind: row.kind as OutletKind };
  }

  async named(queries: Queries, name: string): Promise<Outlet | null> {
    const query = queries.selectFrom('media_outlet').selectAll().where('name', '=', name);
    const row = await query.executeTakeFirst();
    return row === undefined ? null : { ...row, kind: row.kind as OutletKind };
  }

  async save(queries: Queries, outlet: Outlet, at: Date): Promise<void> {
    const { id, name, kind, note } = outlet;
    await queries
      .insertInto('media_outlet')
      .values({ id, name, kind, note, created_at: at, updated_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, kind, note, updated_at: at }))
      .execute();
  }

  async list(
    queries: Queries,
    { q, page, pageSize }: Paged,
  ): Promise<{ readonly items: readonly CountedOutlet[]; readonly total: number }> {
    const { rows } = await sql<CountedOutlet & { total: number }>`
      select o.id, o.name, o.kind, o.note, count(*) over ()::int as total,
        (select count(*)::int from media_reporter r where r.outlet_id = o.id and r.active) as reporters
      from media_outlet o where o.name ilike ${partOf(q)} order by o.name
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
    return { items: rows.map(({ total: _, ...outlet }) => outlet), total: rows[0]?.total ?? 0 };
  }
}
