import { json, type Queries, type Schema } from '@koujing/database';
import { canonicalJson } from '@koujing/kernel';
import { sql, type Selectable } from 'kysely';
import type { Account, KeptAccount } from './account.js';
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
      secrets: this.#sealed(account.id, account.secrets),
      enabled: account.enabled,
    };
    await queries
      .insertInto('account')
      .values({ id: account.id, ...values, breaker: 'closed', breaker_failures: 0 })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  /** Held for writing, where there is a transaction. */
  async held(queries: Queries, id: string): Promise<KeptAccount | null> {
    await sql`select 1 from account where id = ${id} for no key update`.execute(queries);
    const row = await queries.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined
      ? null
      : { ...this.#accountOf(row), revision: row.revision, configured: row.configured_as !== null };
  }

  /** What an administrator changed. */
  async revise(
    queries: Queries,
    {
      id,
      name,
      settings,
      secrets,
      enabled,
    }: Pick<Account, 'id' | 'name' | 'settings' | 'secrets' | 'enabled'>,
  ): Promise<void> {
    await queries
      .updateTable('account')
      .set((column) => ({
        ...{ name, enabled, settings: json(settings), secrets: this.#sealed(id, secrets) },
        revision: column('revision', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
  }

  /**
   * From the configuration file, once per content of its entry: what an administrator changed since then is not written
   * over at every start. The mark is a keyed fingerprint, so that it tells nothing of a secret.
   */
  async configure(
    queries: Queries,
    account: Pick<Account, 'id' | 'organId' | 'channel' | 'name' | 'settings' | 'secrets' | 'enabled'>,
  ): Promise<void> {
    const mark = this.box.derive('configured-account', canonicalJson(account));
    const row = await queries
      .selectFrom('account')
      .select('configured_as')
      .where('id', '=', account.id)
      .executeTakeFirst();
    if (row?.configured_as === mark) return;
    await this.save(queries, account);
    await queries.updateTable('account').set({ configured_as: mark }).where('id', '=', account.id).execute();
  }

  /** An operator has been there: the account works again from now on. */
  async resume(queries: Queries, id: string): Promise<void> {
    await queries
      .updateTable('account')
      .set({ breaker: 'closed', breaker_until: null, breaker_reason: null, breaker_failures: 0 })
      .where('id', '=', id)
      .execute();
  }

  #sealed(id: string, secrets: Account['secrets']): string | null {
    return Object.keys(secrets).length === 0 ? null : this.box.seal(JSON.stringify(secrets), id);
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
