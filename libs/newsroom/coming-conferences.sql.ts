import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** An approved conference that is still to come, and who of an outlet is registered for it. */
export interface ComingConference {
  readonly number: string;
  readonly theme: string;
  readonly name: string;
  readonly host: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly isCancelled: boolean;
  readonly registered: readonly { readonly name: string; readonly state: string }[];
}

/** Soonest first; also the cancelled ones, for who had written them down. */
export const comingConferences = async (
  queries: Queries,
  outletId: string,
  { from, limit }: { readonly from: Date; readonly limit: number },
): Promise<readonly ComingConference[]> => {
  const { rows } = await sql<ComingConference>`
    select a.number, a.theme, a.name, c.host, a.starts_at as "startsAt", a.place, c.state = 'cancelled' as "isCancelled",
      coalesce((select jsonb_agg(jsonb_build_object('name', r.name, 'state', g.state) order by r.name)
        from conference_registration g join media_reporter r on r.id = g.reporter_id
        where g.conference_id = c.id and r.outlet_id = ${outletId}), '[]') as registered
    from conference_approval a join conference c on c.id = a.conference_id
    where a.starts_at >= ${from} and (a.voided_at is null or (c.state = 'cancelled' and not exists (
      select from conference_approval n where n.conference_id = c.id and n.approved_at > a.approved_at)))
    order by a.starts_at, a.number limit ${limit}`.execute(queries);
  return rows;
};
