import type { Queries } from '@koujing/database';
import type { AccountLook, AccountLookSource } from '@koujing/dispatch';
import { sql } from 'kysely';

/** When each account was last looked through for what nobody here put there, and why not since; a site that is looked through in parts counts by its parts. */
export class AccountLooks implements AccountLookSource {
  async all(queries: Queries): Promise<ReadonlyMap<string, AccountLook>> {
    const { rows } = await sql<AccountLook & { readonly accountId: string }>`
      select account_id as "accountId", looked_at as "lookedAt", reason from site_watch
      union all
      select account_id, looked_at, reason from account_watch w
        where not exists (select from site_watch s where s.account_id = w.account_id)`.execute(queries);
    return new Map(rows.map(({ accountId, lookedAt, reason }) => [accountId, { lookedAt, reason }]));
  }
}
