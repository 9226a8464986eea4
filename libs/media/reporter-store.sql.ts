import { json, type Queries } from '@koujing/database';
import { mailboxKey } from '@koujing/kernel';
import { sql } from 'kysely';
import { isOn } from './membership.sql.js';
import type { Reporter, SuppressionCause } from './media.js';
import { partOf, type Paged } from './search.js';

export interface ReporterSearch extends Paged {
  readonly outlet?: string;
  readonly list?: string;
  /** Civil day: who is on a list by rule depends on it. */
  readonly today: string;
}

export interface ListedReporter extends Reporter {
  readonly outletName: string;
  readonly suppressed: SuppressionCause | null;
}

export class ReporterStore {
  async find(queries: Queries, id: string): Promise<Reporter | null> {
    const query = queries.selectFrom('media_reporter').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row === undefined ? null : { ...row, outletId: row.outlet_id };
  }

  /** Whose address it is, however it is spelt. */
  async idOf(queries: Queries, address: string): Promise<string | null> {
    const query = queries.selectFrom('media_reporter').select('id');
    const row = await query.where('address_key', '=', mailboxKey(address)).executeTakeFirst();
    return row?.id ?? null;
  }

  /** Ids by `mailboxKey`. */
  async idsOf(queries: Queries, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await sql<{ id: string; address_key: string }>`
      select id, address_key from media_reporter where address_key = any(${addresses.map(mailboxKey)})`.execute(
      queries,
    );
    return new Map(rows.map((row) => [row.address_key, row.id]));
  }

  /** One statement for all; whose address is known is brought up to date and keeps its id. */
  async saveAll(queries: Queries, reporters: readonly Reporter[], at: Date): Promise<void> {
    if (reporters.length === 0) return;
    const values = reporters.map((reporter) => ({ ...reporter, key: mailboxKey(reporter.address) }));
    await sql`
      insert into media_reporter (id, outlet_id, name, address, address_key, phone, beat, active, created_at, updated_at)
      select r.id, r."outletId", r.name, r.address, r.key, r.phone, r.beat, r.active, ${at}, ${at}
      from jsonb_to_recordset(${json(values)}) as r(id text, "outletId" text, name text, address text, key text,
        phone text, beat text, active boolean)
      on conflict (address_key) do update set outlet_id = excluded.outlet_id, name = excluded.name,
        address = excluded.address, phone = excluded.phone, beat = excluded.beat, active = excluded.active,
        updated_at = excluded.updated_at`.execute(queries);
  }

  /** The address itself may change. */
  async update(queries: Queries, reporter: Reporter, at: Date): Promise<void> {
    const { id, outletId, name, address, phone, beat, active } = reporter;
    await queries
      .updateTable('media_reporter')
      .set({ outlet_id: outletId, name, address, address_key: mailboxKey(address), phone, beat, active })
      .set({ updated_at: at })
      .where('id', '=', id)
      .execute();
  }

  /** Which of these ids are in the register. */
  async known(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ id: string }>`
      select id from media_reporter where id = any(${[...ids]})`.execute(queries);
    return new Set(rows.map(({ id }) => id));
  }

  async list(
    queries: Queries,
    search: ReporterSearch,
  ): Promise<{ readonly items: readonly ListedReporter[]; readonly total: number }> {
    const { q, outlet = null, list = null, page, pageSize, today } = search;
    const { rows } = await sql<ListedReporter & { total: number }>`
      select r.id, r.outlet_id as "outletId", r.name, r.address, r.phone, r.beat, r.active, o.name as "outletName",
        s.cause as suppressed, count(*) over ()::int as total
      from media_reporter r join media_outlet o on o.id = r.outlet_id
        left join suppression s on s.address_key = r.address_key and s.lifted_at is null
      where (r.name ilike ${partOf(q)} or r.address ilike ${partOf(q)} or o.name ilike ${partOf(q)})
        and (${outlet}::text is null or r.outlet_id = ${outlet})
        and (${list}::text is null or exists (
          select from mailing_list l where l.id = ${list} and ${isOn(today)}))
      order by o.name, r.name, r.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
    return { items: rows.map(({ total: _, ...reporter }) => reporter), total: rows[0]?.total ?? 0 };
  }
}
