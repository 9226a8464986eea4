import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { SecretBox } from './secret-box.js';

/** Longer than any token call takes; a dead holder blocks the others no longer than this. */
const tokenLeaseMs = 30_000;
/** A token that ends within this is renewed before use: it must outlast the call. */
const tokenMarginMs = 60_000;

export interface StoredToken {
  /** Null if none was fetched yet or the last one has (almost) ended. */
  readonly token: string | null;
  /** Raised by every refresh: only the generation that failed is ever replaced. */
  readonly generation: number;
}

/** One token per account for all processes, refreshed under a lease row (DESIGN: "Tokens"). */
export class TokenStore {
  constructor(private readonly box: SecretBox) {}

  async read(queries: Queries, accountId: string): Promise<StoredToken> {
    const { rows } = await sql<{ token: string | null; generation: number; fresh: boolean }>`
      select token, generation, coalesce(expires_at > clock_timestamp() + ${tokenMarginMs} * interval '1 millisecond',
        false) as fresh from token where account_id = ${accountId}`.execute(queries);
    const [row] = rows;
    if (row === undefined) return { token: null, generation: 0 };
    const { token, generation, fresh } = row;
    return { token: token !== null && fresh ? this.box.open(token, accountId) : null, generation };
  }

  /** When the stored token ends, or null if none was ever fetched. */
  async expiry(queries: Queries, accountId: string): Promise<Date | null> {
    const row = await queries
      .selectFrom('token')
      .select('expires_at')
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    return row?.expires_at ?? null;
  }

  /** True if this holder may fetch the successor of `generation`; nobody else may until it saves or the lease ends. */
  async lease(queries: Queries, accountId: string, generation: number, holder: string): Promise<boolean> {
    const { rows } = await sql`
      insert into token (account_id, generation, lease_holder, lease_until)
      values (${accountId}, 0, ${holder}, clock_timestamp() + ${tokenLeaseMs} * interval '1 millisecond')
      on conflict (account_id) do update set lease_holder = excluded.lease_holder, lease_until = excluded.lease_until
      where token.generation = ${generation} and (token.lease_until is null or token.lease_until < clock_timestamp())
      returning account_id`.execute(queries);
    return rows.length > 0;
  }

  async save(
    queries: Queries,
    accountId: string,
    holder: string,
    fresh: { readonly token: string; readonly expiresAt: Date },
  ): Promise<void> {
    await sql`
      update token set token = ${this.box.seal(fresh.token, accountId)}, expires_at = ${fresh.expiresAt},
        generation = generation + 1, lease_holder = null, lease_until = null
      where account_id = ${accountId} and lease_holder = ${holder}`.execute(queries);
  }

  /** A person brought it: it counts whoever was just fetching one. */
  async accept(
    queries: Queries,
    accountId: string,
    fresh: { readonly token: string; readonly expiresAt: Date },
  ): Promise<void> {
    const sealed = this.box.seal(fresh.token, accountId);
    await sql`
      insert into token (account_id, generation, token, expires_at) values (${accountId}, 1, ${sealed}, ${fresh.expiresAt})
      on conflict (account_id) do update set token = excluded.token, expires_at = excluded.expires_at,
        generation = token.generation + 1, lease_holder = null, lease_until = null`.execute(queries);
  }

  /** Of other credentials: the next one who needs a token fetches it with these. */
  async forget(queries: Queries, accountId: string): Promise<void> {
    await sql`
      update token set token = null, expires_at = null, generation = generation + 1, lease_holder = null, lease_until = null
      where account_id = ${accountId}`.execute(queries);
  }

  async giveUp(queries: Queries, accountId: string, holder: string): Promise<void> {
    await sql`
      update token set lease_holder = null, lease_until = null
      where account_id = ${accountId} and lease_holder = ${holder}`.execute(queries);
  }
}
