import type { Queries } from '@koujing/database';
import { mailboxKey, type Clock } from '@koujing/kernel';
import { sql } from 'kysely';
import { civilDay } from './accreditation/accreditation.js';
import { isOn } from './membership.sql.js';
import type { SuppressionCause } from './media.js';

/** Who gets a mailing: read at the moment at which it goes out. */
export class Audience {
  constructor(private readonly clock: Clock) {}

  /** Addresses of the active members, each once, in the order of the register. */
  async addresses(queries: Queries, listIds: readonly string[]): Promise<readonly string[]> {
    if (listIds.length === 0) return [];
    const { rows } = await sql<{ address: string }>`
      select r.address from media_reporter r join media_outlet o on o.id = r.outlet_id
      where r.active and exists (
        select from mailing_list l where l.id = any(${[...listIds]}) and ${isOn(civilDay(this.clock.now()))})
      order by r.id`.execute(queries);
    return rows.map(({ address }) => address);
  }

  /** Which of these lists exist, and which of them may get embargoed copies. */
  async lists(
    queries: Queries,
    listIds: readonly string[],
  ): Promise<readonly { readonly id: string; readonly name: string; readonly accredited: boolean }[]> {
    if (listIds.length === 0) return [];
    const query = queries.selectFrom('mailing_list').select(['id', 'name', 'accredited']);
    return query.where('id', 'in', [...listIds]).execute();
  }

  /** Which of these addresses get nothing, and why; by `mailboxKey`. */
  async suppressed(
    queries: Queries,
    addresses: readonly string[],
  ): Promise<ReadonlyMap<string, SuppressionCause>> {
    if (addresses.length === 0) return new Map();
    const { rows } = await sql<{ address_key: string; cause: SuppressionCause }>`
      select address_key, cause from suppression
      where lifted_at is null and address_key = any(${addresses.map(mailboxKey)})`.execute(queries);
    return new Map(rows.map((row) => [row.address_key, row.cause]));
  }

  /** The lists that an address is on today, by name. */
  async listsOf(
    queries: Queries,
    address: string,
  ): Promise<readonly { readonly id: string; readonly name: string }[]> {
    const { rows } = await sql<{ id: string; name: string }>`
      select l.id, l.name from media_reporter r join media_outlet o on o.id = r.outlet_id
        join mailing_list l on ${isOn(civilDay(this.clock.now()))}
      where r.address_key = ${mailboxKey(address)} and r.active order by l.name`.execute(queries);
    return rows;
  }

  /** The lists that an outlet is on today, by name, each with who of its active reporters is on it. */
  async ofOutlet(queries: Queries, outletId: string): Promise<readonly OutletOnList[]> {
    const { rows } = await sql<OutletOnList>`
      select l.id, l.name,
        jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'address', r.address) order by r.name, r.id) as members
      from media_reporter r join media_outlet o on o.id = r.outlet_id join mailing_list l on ${isOn(civilDay(this.clock.now()))}
      where r.outlet_id = ${outletId} and r.active group by l.id, l.name order by l.name`.execute(queries);
    return rows;
  }
}

/** A list, and who of one outlet is on it. */
export interface OutletOnList {
  readonly id: string;
  readonly name: string;
  readonly members: readonly { readonly id: string; readonly name: string; readonly address: string }[];
}
