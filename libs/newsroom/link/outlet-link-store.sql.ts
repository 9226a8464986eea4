import type { Visibility } from '@koujing/access';
import type { Queries, Schema } from '@koujing/database';
import { visible } from '@koujing/release';
import { sql, type Selectable } from 'kysely';
import type { OutletLink } from './outlet-link.js';

const linkOf = (row: Selectable<Schema['outlet_link']>): OutletLink => ({
  ...{ id: row.id, outletId: row.outlet_id, issuedBy: row.issued_by, issuedAt: row.issued_at },
  ...{ expiresAt: row.expires_at, openedAt: row.opened_at, revokedAt: row.revoked_at },
});

/** The last link of an outlet, with the names that a person reads. */
export interface NamedLink extends OutletLink {
  readonly issuerName: string;
}

/** One look at something before its hour. */
export interface Look {
  readonly linkId: string;
  readonly releaseId: string;
  readonly version: number;
  /** `list`, `page`, or the name of a file. */
  readonly place: string;
}

export interface Opening extends Omit<Look, 'linkId'> {
  readonly title: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly times: number;
}

export class OutletLinkStore {
  async add(queries: Queries, link: OutletLink): Promise<void> {
    await queries
      .insertInto('outlet_link')
      .values({
        ...{ id: link.id, outlet_id: link.outletId, issued_by: link.issuedBy, issued_at: link.issuedAt },
        ...{ expires_at: link.expiresAt, opened_at: null, revoked_at: null, revoked_by: null },
        revoke_reason: '',
      })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<OutletLink | null> {
    const row = await queries.selectFrom('outlet_link').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : linkOf(row);
  }

  /** The newest, whatever became of it. */
  async last(queries: Queries, outletId: string): Promise<NamedLink | null> {
    const row = await queries
      .selectFrom('outlet_link as l')
      .innerJoin('person as p', 'p.id', 'l.issued_by')
      .selectAll('l')
      .select('p.name as issuer_name')
      .where('l.outlet_id', '=', outletId)
      .orderBy('l.issued_at', 'desc')
      .orderBy('l.id', 'desc')
      .executeTakeFirst();
    return row === undefined ? null : { ...linkOf(row), issuerName: row.issuer_name };
  }

  /** The one that was in force, or null; two who revoke at once end it once. */
  async revoke(
    queries: Queries,
    outletId: string,
    { by, reason, at }: { readonly by: string; readonly reason: string; readonly at: Date },
  ): Promise<string | null> {
    const row = await queries
      .updateTable('outlet_link')
      .set({ revoked_at: at, revoked_by: by, revoke_reason: reason })
      .where('outlet_id', '=', outletId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return row?.id ?? null;
  }

  async touch(queries: Queries, id: string, at: Date): Promise<void> {
    await queries.updateTable('outlet_link').set({ opened_at: at }).where('id', '=', id).execute();
  }

  /** True if this look is to be recorded: the first one, or the first after `again`. */
  async looked(queries: Queries, look: Look, at: Date, again: Date): Promise<boolean> {
    const { rows } = await sql<{ due: boolean }>`
      insert into embargo_opening as o (link_id, release_id, version, place, first_at, last_at, recorded_at, times)
      values (${look.linkId}, ${look.releaseId}, ${look.version}, ${look.place}, ${at}, ${at}, ${at}, 1)
      on conflict (link_id, release_id, version, place) do update set last_at = ${at}, times = o.times + 1,
        recorded_at = case when o.recorded_at <= ${again} then ${at} else o.recorded_at end
      returning recorded_at = ${at} as due`.execute(queries);
    return rows[0]?.due ?? false;
  }

  /** What an outlet looked at before its hour, by whatever link, newest first: of the releases that the reader sees. */
  async openings(
    queries: Queries,
    outletId: string,
    { visibility, limit }: { readonly visibility: Visibility; readonly limit: number },
  ): Promise<readonly Opening[]> {
    const seen = visibility.all ? sql<boolean>`true` : visible(visibility.organIds);
    const { rows } = await sql<Opening>`
      select o.release_id as "releaseId", o.version, o.place, v.title, o.first_at as "firstAt", o.last_at as "lastAt", o.times
      from embargo_opening o join outlet_link l on l.id = o.link_id
        join release_version v on v.release_id = o.release_id and v.version = o.version
        join release on release.id = o.release_id
      where l.outlet_id = ${outletId} and ${seen} order by o.last_at desc, o.release_id, o.place limit ${limit}`.execute(
      queries,
    );
    return rows;
  }
}
