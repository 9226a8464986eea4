import { accessRefusal, refuseIfAny, visibilityOf, type Actor } from '@koujing/access';
import type { Channel } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { civilTime, type Reason } from '@koujing/kernel';
import type { LiftHold } from './lift-hold.js';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import type { OperationsView } from './operations.api.js';
import type { OperationsStore, RowCount } from './operations.sql.js';
import type { QuotaStore } from './quota-store.sql.js';

export interface OperationsParts {
  readonly database: Database;
  readonly accounts: AccountStore;
  readonly quotas: QuotaStore;
  readonly operations: OperationsStore;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly lift: Pick<LiftHold, 'find' | 'reasons'>;
}

/** How dispatch stands, for who runs the system and who coordinates the city. */
export class ShowOperations {
  constructor(private readonly parts: OperationsParts) {}

  reasons(actor: Actor): readonly Reason[] {
    return visibilityOf(actor).all ? [] : [accessRefusal.lacksRole('administrator')];
  }

  /** @throws Problem `forbidden` or `refused` for who sees one organ only */
  async show(actor: Actor): Promise<OperationsView> {
    refuseIfAny(this.reasons(actor));
    return this.now(actor);
  }

  /** Without a person: for the metrics. */
  async now(actor: Actor | null = null): Promise<OperationsView> {
    const { database, operations, accounts } = this.parts;
    const { queries } = database;
    const [rows, due, outcomes, all] = [
      await operations.rows(queries),
      await operations.due(queries),
      await operations.outcomes(queries),
      await accounts.all(queries),
    ];
    const views: OperationsView['accounts'] = [];
    for (const account of all) views.push(await this.#account(account, rows));
    return {
      at: civilTime(await database.now()),
      hold: await this.#hold(actor),
      due: due.due,
      oldestDueSeconds: Math.max(0, Math.round(due.oldestDueSeconds)),
      rows: byChannel(rows),
      outcomes: [...outcomes],
      accounts: views,
    };
  }

  async #hold(actor: Actor | null): Promise<OperationsView['hold']> {
    const { lift, database } = this.parts;
    const hold = await lift.find(database.queries);
    if (hold === null) return null;
    const inWords = (at: string | null): string | null => (at === null ? null : civilTime(new Date(at)));
    return {
      ...{ unclear: hold.unclear, needsPerson: hold.needsPerson, planned: hold.planned },
      ...{ madeAt: inWords(hold.madeAt), restoredAt: inWords(hold.restoredAt) },
      outside: hold.outside.map(({ publishedAt, ...post }) => ({
        ...post,
        publishedAt: publishedAt === null ? null : civilTime(publishedAt),
      })),
      actions: { lift: { reasons: actor === null ? [] : [...lift.reasons(hold, actor)] } },
    };
  }

  async #account(account: Account, rows: readonly RowCount[]): Promise<OperationsView['accounts'][number]> {
    const rates = this.parts.channels.get(account.channel)?.manifest.rates ?? [];
    const count = (state: string): number =>
      rows
        .filter((row) => row.accountId === account.id && row.state === state)
        .reduce((sum, row) => sum + row.rows, 0);
    const { id, name, channel, enabled, breaker, breakerReason } = account;
    const quotas: OperationsView['accounts'][number]['quotas'] = [];
    for (const rate of rates) {
      const { used } = await this.parts.quotas.standing(this.parts.database.queries, id, rate);
      quotas.push({
        name: rate.name,
        per: rate.per,
        limit: rate.count,
        left: Math.max(0, rate.count - used),
      });
    }
    return {
      ...{ id, name, channel, enabled, breaker, breakerReason },
      quotas,
      rejected: count('rejected'),
      needsPerson: count('needsPerson'),
    };
  }
}

const byChannel = (rows: readonly RowCount[]): OperationsView['rows'] => {
  const sums = new Map<string, OperationsView['rows'][number]>();
  for (const { channel, state, rows: count } of rows) {
    const key = `${channel} ${state}`;
    sums.set(key, { channel, state, rows: (sums.get(key)?.rows ?? 0) + count });
  }
  return [...sums.values()];
};
