import type { Queries } from '@koujing/database';
import { mailboxKey, newId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { DepartureWay } from './departure.api.js';

/** An address that left one list; it keeps off it until somebody lifts it. */
export interface Departure {
  readonly id: string;
  readonly listId: string;
  readonly address: string;
  readonly way: DepartureWay;
  readonly leftAt: Date;
  readonly liftedAt: Date | null;
}

export class DepartureStore {
  /** False if it had left before. */
  async add(
    queries: Queries,
    { listId, address, way, leftAt }: Pick<Departure, 'listId' | 'address' | 'way' | 'leftAt'>,
  ): Promise<boolean> {
    const { rows } = await sql`
      insert into list_departure (id, list_id, address_key, by_way, left_at)
      values (${newId()}, ${listId}, ${mailboxKey(address)}, ${way}, ${leftAt})
      on conflict (list_id, address_key) where lifted_at is null do nothing returning id`.execute(queries);
    return rows.length > 0;
  }

  /** In force, newest first. */
  async of(queries: Queries, listId: string, limit: number): Promise<readonly Departure[]> {
    const { rows } = await sql<Departure>`
      select id, list_id as "listId", address_key as address, by_way as way, left_at as "leftAt", lifted_at as "liftedAt"
      from list_departure where list_id = ${listId} and lifted_at is null order by left_at desc, id limit ${limit}`.execute(
      queries,
    );
    return rows;
  }

  /** The one that was in force, or null. */
  async lift(
    queries: Queries,
    { listId, id }: Pick<Departure, 'listId' | 'id'>,
    { by, reason, at }: { readonly by: string; readonly reason: string; readonly at: Date },
  ): Promise<string | null> {
    const { rows } = await sql<{ address_key: string }>`
      update list_departure set lifted_at = ${at}, lifted_by = ${by}, lift_reason = ${reason}
      where id = ${id} and list_id = ${listId} and lifted_at is null returning address_key`.execute(queries);
    return rows[0]?.address_key ?? null;
  }

  /** Names of those among these reporters who left this list. */
  async among(queries: Queries, listId: string, reporterIds: readonly string[]): Promise<readonly string[]> {
    if (reporterIds.length === 0) return [];
    const { rows } = await sql<{ name: string }>`
      select r.name from media_reporter r join list_departure d on d.address_key = r.address_key
      where d.list_id = ${listId} and d.lifted_at is null and r.id = any(${[...reporterIds]}) order by r.name`.execute(
      queries,
    );
    return rows.map(({ name }) => name);
  }
}
