import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { Candidate } from './shown-release.js';

/** A candidate with what a list says of it. */
export interface ListedCandidate extends Candidate {
  readonly organId: string;
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: Date | null;
  readonly changedAt: Date | null;
}

export interface OutletTopic {
  readonly id: string;
  readonly name: string;
}

interface Of {
  readonly outletId: string;
  /** Lists that the outlet is on now. */
  readonly listIds: readonly string[];
}

/** Which releases concern an outlet: mailed to one of its addresses, or sent to a list that it is on. */
export class ShownReleases {
  /** Newest first; one release alone with `releaseId`. */
  async candidates(
    queries: Queries,
    { outletId, listIds }: Of,
    { releaseId = null, limit, offset }: { releaseId?: string | null; limit: number; offset: number },
  ): Promise<readonly ListedCandidate[]> {
    const { rows } = await sql<ListedCandidate>`
      with row_to as (
        select d.release_id, max(d.version) filter (where
          d.state not in ('waiting', 'cancelled', 'superseded', 'abandoned')) as sent_version
        from delivery d where d.recipient <> ''
          and lower(d.recipient) in (select address_key from media_reporter where outlet_id = ${outletId})
          and (${releaseId}::text is null or d.release_id = ${releaseId})
        group by d.release_id),
      concerned as (
        select release_id, sent_version from row_to
        union all
        select distinct v.release_id, null::integer from release_version v
        where v.mailing_list_ids ?| ${[...listIds]}::text[] and v.release_id not in (select release_id from row_to)
          and (${releaseId}::text is null or v.release_id = ${releaseId}))
      select r.id as "releaseId", r.state, r.version, r.scheduled_at as "scheduledAt", r.organ_id as "organId", r.number,
        p.version as "publicVersion", r.released_version is not null as "wasOut", c.sent_version as "sentVersion",
        coalesce(p.title, s.title, r.title) as title, coalesce(p.summary, '') as summary,
        p.published_at as "publishedAt", p.updated_at as "changedAt"
      from concerned c join release r on r.id = c.release_id
        left join lateral (select version, title, summary, published_at, updated_at from published_page
          where release_id = r.id order by version desc limit 1) p on true
        left join release_version s on s.release_id = r.id and s.version = c.sent_version
      where p.version is not null or r.released_version is not null or c.sent_version is not null
      order by greatest(r.scheduled_at, p.published_at, r.released_at) desc nulls last, r.id desc
      limit ${limit} offset ${offset}`.execute(queries);
    return rows;
  }

  /** The newest that stand on the portal and were sent to this list. */
  async ofList(queries: Queries, listId: string, limit: number): Promise<readonly ListedRelease[]> {
    const { rows } = await sql<ListedRelease>`
      select p.release_id as "releaseId", p.title, p.summary, p.organ, p.column_name as "column", p.version,
        p.published_at as "publishedAt", p.updated_at as "changedAt"
      from published_page p join release r on r.id = p.release_id and r.state <> 'withdrawn'
        join release_version v on v.release_id = p.release_id and v.version = p.version
      where v.mailing_list_ids ?| ${[listId]}::text[] order by p.published_at desc, p.release_id limit ${limit}`.execute(
      queries,
    );
    return rows;
  }
}

/** An item of a feed. */
export interface ListedRelease {
  readonly releaseId: string;
  readonly title: string;
  readonly summary: string;
  readonly organ: string;
  readonly column: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly changedAt: Date;
}
