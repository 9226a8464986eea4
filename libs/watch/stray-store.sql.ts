import type { RecentPost } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import { sql, type RawBuilder } from 'kysely';
import { storable } from './reading-difference.js';

export interface DueAccount {
  readonly accountId: string;
  /** Posts from before are nobody's business here. */
  readonly since: Date;
  /** When it was last looked at to the end; null if never. */
  readonly lookedAt: Date | null;
}

const leaseSeconds = 90;

/** Looking through our own accounts for what no release put there (Art.39(4)). */
export class StrayStore {
  /** An account that was not watched yet is from `now` on. */
  async list(queries: Queries, channels: readonly string[], now: Date): Promise<void> {
    await sql`
      insert into account_watch (account_id, next_at, since)
      select id, ${now}, ${now} from account where enabled and channel = any(${[...channels]})
      on conflict (account_id) do nothing`.execute(queries);
  }

  async claim(
    queries: Queries,
    { holder, now, limit }: { readonly holder: string; readonly now: Date; readonly limit: number },
  ): Promise<readonly DueAccount[]> {
    const { rows } = await sql<DueAccount>`
      update account_watch set lease_holder = ${holder},
        lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      where account_id in (select w.account_id from account_watch w join account a on a.id = w.account_id
        where w.next_at <= ${now} and a.enabled and a.breaker <> 'stopped'
        and (w.lease_until is null or w.lease_until < clock_timestamp())
        order by w.next_at limit ${limit} for no key update of w skip locked)
      returning account_id as "accountId", since, looked_at as "lookedAt"`.execute(queries);
    return rows;
  }

  async putOff(
    queries: Queries,
    account: { readonly id: string; readonly holder: string },
    next: { readonly nextAt: Date; readonly lookedAt: Date | null; readonly reason: string | null },
  ): Promise<void> {
    await sql`
      update account_watch set lease_holder = null, lease_until = null, next_at = ${next.nextAt},
        looked_at = coalesce(${next.lookedAt}, looked_at), reason = ${next.reason}
      where account_id = ${account.id} and lease_holder = ${account.holder}`.execute(queries);
  }

  /** Something of ours may stand there that the ledger does not know of yet: whose a post is cannot be told. */
  async isInFlight(queries: Queries, accountId: string): Promise<boolean> {
    const { rows } = await sql`
      select 1 from delivery where account_id = ${accountId}
        and state in ('sending', 'accepted', 'unknown', 'needsPerson', 'correcting', 'withdrawing') limit 1`.execute(
      queries,
    );
    return rows.length > 0;
  }

  /** Those that no row of the ledger put there: neither by its receipt nor, where that names no address (published by hand, mass-sent), by title or link. */
  async unknown(
    queries: Queries,
    accountId: string,
    posts: readonly RecentPost[],
  ): Promise<readonly RecentPost[]> {
    if (posts.length === 0) return [];
    const ids = posts.map(({ remoteId }) => remoteId);
    const { rows: known } = await sentAs(accountId, ids).execute(queries);
    const { rows: byHand } = await sentWithoutAddress(accountId).execute(queries);
    const receipts = new Set(known.map(({ name }) => name));
    return posts.filter(
      ({ remoteId, text }) =>
        !receipts.has(remoteId) &&
        !byHand.some(
          ({ title, portal_url }) => text.includes(title) || (portal_url !== '' && text.includes(portal_url)),
        ),
    );
  }

  /** Those that were not found before. */
  async keep(
    queries: Queries,
    accountId: string,
    posts: readonly RecentPost[],
    at: Date,
  ): Promise<readonly RecentPost[]> {
    if (posts.length === 0) return [];
    const rows = await queries
      .insertInto('stray_post')
      .values(
        posts.map(({ remoteId, text, url, publishedAt }) => ({
          ...{
            account_id: accountId,
            remote_id: remoteId,
            text: storable(text.slice(0, 4_000)),
            url: url ?? null,
          },
          ...{ published_at: new Date(publishedAt), found_at: at },
        })),
      )
      .onConflict((conflict) => conflict.columns(['account_id', 'remote_id']).doNothing())
      .returning('remote_id')
      .execute();
    const fresh = new Set(rows.map(({ remote_id }) => remote_id));
    return posts.filter(({ remoteId }) => fresh.has(remoteId));
  }
}

/** What the platform calls what was sent from here. Each name by an index of its own: the ledger of an account is never read through. */
export const sentAs = (accountId: string, ids: readonly string[]): RawBuilder<{ name: string }> => sql`
  select receipt ->> 'remoteId' as name from delivery
    where account_id = ${accountId} and recipient = '' and receipt is not null and receipt ->> 'remoteId' = any(${[...ids]})
  union select receipt -> 'data' ->> 'listedAs' from delivery
    where account_id = ${accountId} and recipient = '' and receipt -> 'data' ->> 'listedAs' = any(${[...ids]})`;

/** Within a month: what an older one is called nobody remembers, and the platform lists no older ones. */
export const sentWithoutAddress = (
  accountId: string,
): RawBuilder<{ title: string; portal_url: string }> => sql`
  select v.title, d.portal_url from delivery d
    join release_version v on v.release_id = d.release_id and v.version = d.version
  where d.account_id = ${accountId} and d.recipient = '' and d.receipt ->> 'url' is null
    and d.state in ('delivered', 'verified', 'corrected')
    and d.updated_at > clock_timestamp() - interval '30 days'`;
