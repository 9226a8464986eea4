import type { Queries } from '@koujing/database';
import { mailboxKey, newId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { SuppressionCause } from './media.js';
import { partOf, type Paged } from './search.js';

/** An address that gets nothing: in force until it is lifted. */
export interface Suppression {
  readonly id: string;
  readonly address: string;
  readonly cause: SuppressionCause;
  readonly detail: string;
  /** A person's id, or `system:<part>`. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly liftedAt: Date | null;
  readonly liftReason: string | null;
}

export class SuppressionStore {
  /** True if the address was not stopped before. */
  async add(
    queries: Queries,
    stop: Pick<Suppression, 'address' | 'cause' | 'detail' | 'createdBy' | 'createdAt'>,
  ): Promise<boolean> {
    const { rows } = await sql<{ id: string }>`
      insert into suppression (id, address_key, cause, detail, created_by, created_at)
      values (${newId()}, ${mailboxKey(stop.address)}, ${stop.cause}, ${stop.detail}, ${stop.createdBy}, ${stop.createdAt})
      on conflict (address_key) where lifted_at is null do nothing returning id`.execute(queries);
    return rows.length > 0;
  }

  /** The stop in force with this id, held until the transaction ends. */
  async inForce(queries: Queries, id: string): Promise<{ readonly address: string } | null> {
    const { rows } = await sql<{ address: string }>`
      select address_key as address from suppression where id = ${id} and lifted_at is null for no key update`.execute(
      queries,
    );
    return rows[0] ?? null;
  }

  async lift(
    queries: Queries,
    id: string,
    lifted: { readonly by: string; readonly reason: string; readonly at: Date },
  ): Promise<void> {
    await queries
      .updateTable('suppression')
      .set({ lifted_at: lifted.at, lifted_by: lifted.by, lift_reason: lifted.reason })
      .where('id', '=', id)
      .execute();
  }

  /** Newest first; what was lifted only on request. */
  async list(
    queries: Queries,
    { q, page, pageSize, all }: Paged & { readonly all: boolean },
  ): Promise<{ readonly items: readonly Suppression[]; readonly total: number }> {
    const { rows } = await sql<Suppression & { total: number }>`
      select s.id, s.address_key as address, s.cause, s.detail, coalesce(p.name, s.created_by) as "createdBy",
        s.created_at as "createdAt", s.lifted_at as "liftedAt", s.lift_reason as "liftReason",
        count(*) over ()::int as total
      from suppression s left join person p on p.id = s.created_by
      where s.address_key ilike ${partOf(q)} and (${all} or s.lifted_at is null)
      order by s.created_at desc, s.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
      queries,
    );
    return { items: rows.map(({ total: _, ...stop }) => stop), total: rows[0]?.total ?? 0 };
  }
}
