import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import { partOf, type Paged } from '../search.js';
import type { AccreditationCheck, Standing } from './accreditation.js';
import type { StandingChoice } from './accreditation.api.js';

/** A reporter by name and how they stand. */
export interface ListedStanding extends Standing {
  readonly reporterId: string;
  readonly name: string;
  readonly outletName: string;
}

/** A look with the names that a person reads. */
export interface NamedCheck extends AccreditationCheck {
  readonly checkedByName: string;
}

export interface StandingSearch extends Paged {
  readonly state?: StandingChoice;
  /** Civil days: today, and the last one that counts as near. */
  readonly today: string;
  readonly near: string;
}

export class AccreditationStore {
  async add(queries: Queries, check: AccreditationCheck): Promise<void> {
    await queries
      .insertInto('accreditation_check')
      .values({
        id: check.id,
        reporter_id: check.reporterId,
        credential: check.credential,
        number: check.number,
        register: check.register,
        official: check.official,
        confirmed: check.confirmed,
        valid_to: check.validTo,
        led_by_id: check.ledById,
        matter_id: check.matterId,
        note: check.note,
        checked_by: check.checkedBy,
        checked_at: check.checkedAt,
      })
      .execute();
  }

  /** Null if there is no such reporter. */
  async standing(queries: Queries, reporterId: string): Promise<ListedStanding | null> {
    return (await this.standings(queries, [reporterId])).get(reporterId) ?? null;
  }

  async standings(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, ListedStanding>> {
    if (ids.length === 0) return new Map();
    const { rows } = await sql<ListedStanding>`
      select ${columns} ${from} where r.id = any(${[...ids]})`.execute(queries);
    return new Map(rows.map((row) => [row.reporterId, row]));
  }

  /** Active reporters, or inactive ones if these are asked for; the nearest end first, who was never looked at last. */
  async list(
    queries: Queries,
    { q, state, page, pageSize, today, near }: StandingSearch,
  ): Promise<{ readonly items: readonly ListedStanding[]; readonly total: number }> {
    const standing = state === undefined || state === 'inactive' ? null : state;
    const { rows } = await sql<ListedStanding & { total: number }>`
      select ${columns}, count(*) over ()::int as total ${from}
      where r.active = ${state !== 'inactive'} and (r.name ilike ${partOf(q)} or o.name ilike ${partOf(q)})
        and (${standing}::text is null or ${standing} = case
          when s.until is null then 'missing' when s.until < ${today} then 'expired'
          when s.until <= ${near} then 'ending' else 'valid' end)
      order by s.until asc nulls last, o.name, r.name, r.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** Every look at a reporter's credentials, newest first. */
  async of(queries: Queries, reporterId: string): Promise<readonly NamedCheck[]> {
    const { rows } = await sql<NamedCheck>`
      select c.id, c.reporter_id as "reporterId", c.credential, c.number, c.register, c.official, c.confirmed,
        c.valid_to as "validTo", c.led_by_id as "ledById", c.matter_id as "matterId", c.note,
        c.checked_by as "checkedBy", p.name as "checkedByName", c.checked_at as "checkedAt"
      from accreditation_check c join person p on p.id = c.checked_by
      where c.reporter_id = ${reporterId} order by c.checked_at desc, c.id desc limit 200`.execute(queries);
    return rows;
  }
}

const columns = sql.raw(
  `r.id as "reporterId", r.name, o.name as "outletName", s.until, s.official_until as "officialUntil", s.led_by_id as "ledById"`,
);
const from = sql.raw(
  `from media_reporter r join media_outlet o on o.id = r.outlet_id left join reporter_standing s on s.reporter_id = r.id`,
);
