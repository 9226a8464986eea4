import { json, type Queries, type Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { Account } from './account.js';
import type { SecretBox } from './secret-box.js';

/** Accounts of channels. Secrets are sealed on the way in and opened on the way out. */
export class AccountStore {
  constructor(private readonly box: SecretBox) {}

  async all(queries: Queries): Promise<readonly Account[]> {
    const rows = await queries.selectFrom('account').selectAll().orderBy('channel').orderBy('id').execute();
    return rows.map((row) => this.#accountOf(row));
  }

  async find(queries: Queries, ids: readonly string[]): Promise<readonly Account[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('account')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    return rows.map((row) => this.#accountOf(row));
  }

  async save(
    queries: Queries,
    account: Pick<Account, 'id' | 'organId' | 'channel' | 'name' | 'settings' | 'secrets' | 'enabled'>,
  ): Promise<void> {
    const values = {
      organ_id: account.organId,
      channel: account.channel,
      name: account.name,
      settings: json(account.settings),
      secrets:
        Object.keys(account.secrets).length === 0
          ? null
          : this.box.seal(JSON.stringify(account.secrets), account.id),
      enabled: account.enabled,
    };
    await queries
      .insertInto('account')
      .values({ id: account.id, ...values, breaker: 'closed', breaker_failures: 0 })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  /** An operator has been there: the account works again from now on. */
  async resume(queries: Queries, id: string): Promise<void> {
    await queries
      .updateTable('account')
      .set({ breaker: 'closed', breaker_until: null, breaker_reason: null, breaker_failures: 0 })
      .where('id', '=', id)
      .execute();
  }

  #accountOf(row: Selectable<Schema['account']>): Account {
    return {
      id: row.id,
      organId: row.organ_id,
      channel: row.channel,
      name: row.name,
      settings: row.settings,
      secrets:
        row.secrets === null ? {} : (JSON.parse(this.box.open(row.secrets, row.id)) as Account['secrets']),
      enabled: row.enabled,
      breaker: row.breaker as Account['breaker'],
      breakerUntil: row.breaker_until,
      breakerReason: row.breaker_reason,
    };
  }
}
