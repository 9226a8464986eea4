import type { SurveyPlace } from '@koujing/channel';
import { json, type Queries } from '@koujing/database';
import { digestOf, newId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Drift } from './drift-store.sql.js';

export interface DueSite extends Omit<SurveyPlace, 'again'> {
  readonly accountId: string;
}

/** A file that a look found otherwise than it was written. */
export interface SiteDrift extends Drift {
  readonly part: string;
  readonly path: string;
  readonly url: string;
}

/** Longer than five looks: the folder stays open in the process that has it, and a dead one is followed. */
const leaseSeconds = 300;
/** Looked at once more in every look until they stand as they should; beyond that the turn comes to them. */
const againAtOnce = 50;

/** Where the looks through each site are, and what they found around its articles. */
export class SiteStore {
  /** A site that was looked at for strays before goes on from the same instant. */
  async list(queries: Queries, channels: readonly string[], now: Date): Promise<void> {
    await sql`
      insert into site_watch (account_id, next_at, since)
      select a.id, ${now}, coalesce(w.since, ${now}) from account a left join account_watch w on w.account_id = a.id
      where a.enabled and a.channel = any(${[...channels]})
      on conflict (account_id) do nothing`.execute(queries);
  }

  /** The holder comes first as long as its lease runs. */
  async claim(
    queries: Queries,
    by: { readonly holder: string; readonly now: Date },
  ): Promise<readonly DueSite[]> {
    const { rows } = await sql<DueSite>`
      update site_watch set lease_holder = ${by.holder},
        lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      where account_id in (select w.account_id from site_watch w join account a on a.id = w.account_id
        where w.next_at <= ${by.now} and a.enabled and a.breaker <> 'stopped'
        and (w.lease_until is null or w.lease_until < clock_timestamp() or w.lease_holder = ${by.holder})
        order by w.next_at limit 4 for no key update of w skip locked)
      returning account_id as "accountId", since, place`.execute(queries);
    return rows;
  }

  /** False where another process has taken the site over. */
  async putOff(
    queries: Queries,
    site: { readonly id: string; readonly holder: string },
    next: {
      readonly nextAt: Date;
      readonly lookedAt?: Date;
      readonly reason?: string;
      readonly place?: unknown;
    },
  ): Promise<boolean> {
    const place = next.place === undefined ? null : JSON.stringify(next.place);
    const { rows } = await sql`
      update site_watch set next_at = ${next.nextAt}, looked_at = coalesce(${next.lookedAt ?? null}, looked_at),
        place = coalesce(${place}::jsonb, place), reason = ${next.reason ?? null}
      where account_id = ${site.id} and lease_holder = ${site.holder} returning account_id`.execute(queries);
    return rows.length > 0;
  }

  /** Parts with a file that is amiss. */
  async again(queries: Queries, accountId: string): Promise<readonly string[]> {
    const { rows } = await sql<{ part: string }>`
      select part from site_drift where account_id = ${accountId} and closed_at is null
      group by part order by min(seen_at) limit ${againAtOnce}`.execute(queries);
    return rows.map(({ part }) => part);
  }

  /** Releases of which something is on its way there: their files may stand and not yet be known. */
  async inFlight(queries: Queries, accountId: string): Promise<readonly string[]> {
    const { rows } = await sql<{ release_id: string }>`
      select distinct release_id from delivery where account_id = ${accountId}
        and state in ('sending', 'accepted', 'unknown', 'needsPerson', 'correcting', 'withdrawing')`.execute(
      queries,
    );
    return rows.map(({ release_id }) => release_id);
  }

  /** Kept at the first look and raised at the second. Answers whether somebody is to be told. */
  async raise(queries: Queries, accountId: string, drift: SiteDrift, at: Date): Promise<boolean> {
    const { part, path, url, kind } = drift;
    const digest = digestOf({ kind, differences: drift.differences });
    const differences = json<readonly unknown[]>(drift.differences);
    const open = await queries
      .selectFrom('site_drift')
      .select(['id', 'digest', 'raised_at'])
      .where('account_id', '=', accountId)
      .where('path', '=', path)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (open === undefined) {
      const row = { id: newId(), account_id: accountId, part, path, url, kind, differences, digest };
      const times = { seen_at: at, raised_at: null, closed_at: null, closed_reason: null };
      await queries
        .insertInto('site_drift')
        .values({ ...row, ...times })
        // Who mends a page raises it too, at the same moment perhaps.
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return false;
    }
    if (open.raised_at !== null && open.digest === digest) return false;
    await queries
      .updateTable('site_drift')
      .set({ kind, differences, digest, raised_at: open.raised_at ?? at })
      .where('id', '=', open.id)
      .execute();
    return true;
  }

  /** What needs no second look. Answers whether somebody is to be told. */
  async raiseAtOnce(queries: Queries, accountId: string, drift: SiteDrift, at: Date): Promise<boolean> {
    if (await this.raise(queries, accountId, drift, at)) return true;
    const { rows } = await sql`
      update site_drift set raised_at = ${at}
      where account_id = ${accountId} and path = ${drift.path} and closed_at is null and raised_at is null
      returning id`.execute(queries);
    return rows.length > 0;
  }

  /** Answers those that had been raised. */
  async closeDisabled(
    queries: Queries,
    at: Date,
    reason: string,
  ): Promise<readonly { readonly accountId: string; readonly path: string }[]> {
    const { rows } = await sql<{ accountId: string; path: string; raised: boolean }>`
      update site_drift s set closed_at = ${at}, closed_reason = ${reason} from account a
      where a.id = s.account_id and not a.enabled and s.closed_at is null
      returning s.account_id as "accountId", s.path, s.raised_at is not null as raised`.execute(queries);
    return rows.filter(({ raised }) => raised);
  }

  /** Of these parts whatever is not amiss any more. Answers the paths that had been raised. */
  async close(
    queries: Queries,
    accountId: string,
    seen: { readonly looked: readonly string[]; readonly amiss: readonly string[]; readonly at: Date },
  ): Promise<readonly string[]> {
    const { rows } = await sql<{ path: string; raised_at: Date | null }>`
      update site_drift set closed_at = ${seen.at}, closed_reason = '再次核对时与写下的一致'
      where account_id = ${accountId} and closed_at is null and part = any(${[...seen.looked]})
        and path <> all(${[...seen.amiss]}::text[]) returning path, raised_at`.execute(queries);
    return rows.flatMap(({ path, raised_at }) => (raised_at === null ? [] : [path]));
  }
}
