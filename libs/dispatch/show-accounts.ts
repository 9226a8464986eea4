import { refuseIfAny, visibilityOf, type Actor } from '@koujing/access';
import type { Channel } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import { civilTime, Problem, type Clock } from '@koujing/kernel';
import { z } from 'zod';
import type { AccountHealthStore, KeptHealth } from './account-health-store.sql.js';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import type { AccountList, AccountView, HealthView } from './dispatch.api.js';
import type { ExamineAccount } from './examine-account.js';
import type { RenewConsent } from './renew-consent.js';
import { lastDeliveries, type LastDeliveries } from './last-deliveries.sql.js';
import type { KeepAccounts } from './keep-accounts.js';
import { mayRunAccount } from './may-run-account.js';
import type { TryAccount } from './try-account.js';
import type { QuotaStore } from './quota-store.sql.js';
import { dispatchRefusal } from './refusal.js';
import type { TokenStore } from './token-store.sql.js';

/** When what stands on an account was last looked through; `reason`: why not since then. */
export interface AccountLook {
  readonly lookedAt: Date | null;
  readonly reason: string | null;
}

/** By account; `watch` knows. */
export interface AccountLookSource {
  all(queries: Queries): Promise<ReadonlyMap<string, AccountLook>>;
}

export interface AccountParts {
  readonly watch: AccountLookSource;
  readonly database: Database;
  readonly accounts: AccountStore;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly tokens: TokenStore;
  readonly quotas: QuotaStore;
  readonly health: AccountHealthStore;
  readonly examine: ExamineAccount;
  readonly consent: Pick<RenewConsent, 'reasons'>;
  readonly keep: Pick<KeepAccounts, 'reasons'>;
  readonly trial: Pick<TryAccount, 'reasons'>;
  readonly clock: Clock;
}

interface Known {
  readonly kept: KeptHealth | undefined;
  readonly last: LastDeliveries | undefined;
  readonly look: AccountLook | undefined;
}

const withColumns = z.object({ columns: z.array(z.object({ name: z.string() })) });
const columnsOf = ({ settings }: Account): string[] =>
  withColumns.safeParse(settings).data?.columns.map(({ name }) => name) ?? [];

/** The accounts that a person may see, with how they are, and the look that an operator may take now. */
export class ShowAccounts {
  constructor(private readonly parts: AccountParts) {}

  /** The city's accounts, and those of the organs that the person serves. */
  async list(actor: Actor, page: number, pageSize: number): Promise<AccountList> {
    const { accounts, database } = this.parts;
    const visibility = visibilityOf(actor);
    const all = (await accounts.all(database.queries)).filter(
      ({ organId }) => visibility.all || organId === null || visibility.organIds.includes(organId),
    );
    const knownOf = await this.#known();
    const shown = all.slice((page - 1) * pageSize, page * pageSize);
    const items: AccountView[] = [];
    for (const account of shown) items.push(await this.#view(account, knownOf(account.id), actor));
    return { items, total: all.length, page, pageSize };
  }

  /** Looks now, as the preflight would. @throws Problem */
  async examine(id: string, actor: Actor): Promise<AccountView> {
    const { accounts, database, examine, clock } = this.parts;
    const [account] = await accounts.find(database.queries, [id]);
    if (account === undefined) throw new Problem('notFound', [dispatchRefusal.accountNotFound]);
    refuseIfAny(mayRunAccount(actor, account));
    await examine.perform(account, clock.now());
    return this.#view(account, (await this.#known())(id), actor);
  }

  async #known(): Promise<(accountId: string) => Known> {
    const { queries } = this.parts.database;
    const kept = await this.parts.health.all(queries);
    const last = await lastDeliveries(queries);
    const looks = await this.parts.watch.all(queries);
    return (id) => ({ kept: kept.get(id), last: last.get(id), look: looks.get(id) });
  }

  async #view(account: Account, known: Known, actor: Actor): Promise<AccountView> {
    const { consent, keep, trial } = this.parts;
    const manifest = this.parts.channels.get(account.channel)?.manifest;
    const running = mayRunAccount(actor, account);
    return {
      id: account.id,
      organId: account.organId,
      channel: account.channel,
      name: account.name,
      enabled: account.enabled,
      breaker: account.breaker,
      breakerReason: account.breakerReason,
      limits: (manifest?.limits ?? []).map(({ field, max, unit, source }) => ({ field, max, unit, source })),
      columns: columnsOf(account),
      health: await this.#health(account, known),
      trial:
        manifest?.trial?.possible === true
          ? { zh: manifest.trial.zh, en: manifest.trial.en, target: manifest.trial.target ?? null }
          : null,
      actions: {
        examine: { reasons: [...running] },
        revise: { reasons: [...keep.reasons(account, actor)] },
        trial: { reasons: [...trial.reasons(account, actor)] },
        resume: {
          reasons: [
            ...running,
            ...(account.breaker === 'closed' ? [dispatchRefusal.accountWorks(account.name)] : []),
          ],
        },
        consent: manifest?.renewal === 'person' ? { reasons: [...consent.reasons(account, actor)] } : null,
      },
    };
  }

  async #health(account: Account, { kept, last, look }: Known): Promise<HealthView> {
    const { channels, quotas, tokens, database } = this.parts;
    const manifest = channels.get(account.channel)?.manifest;
    const windows: HealthView['quotas'] = [];
    for (const rate of manifest?.rates ?? []) {
      const { used, opensAt } = await quotas.standing(database.queries, account.id, rate);
      const { name, per, count, reserve = 0 } = rate;
      windows.push({ name, per, count, used, reserve, opensAt: civilTime(opensAt) });
    }
    const ends = await tokens.expiry(database.queries, account.id);
    return {
      checkedAt: kept === undefined ? null : civilTime(kept.checkedAt),
      findings: (kept?.findings ?? []).map(({ severity, code, message, messageEn }) => ({
        ...{ severity, code, message, messageEn },
      })),
      renewal: manifest?.renewal ?? null,
      tokenEndsAt: manifest?.renewal === undefined || ends === null ? null : civilTime(ends),
      restsUntil:
        account.breaker === 'open' && account.breakerUntil !== null ? civilTime(account.breakerUntil) : null,
      quotas: windows,
      succeededAt: last?.succeededAt == null ? null : civilTime(last.succeededAt),
      failedAt: last?.failedAt == null ? null : civilTime(last.failedAt),
      failure: last?.failure ?? null,
      watched:
        look === undefined
          ? null
          : { lookedAt: look.lookedAt === null ? null : civilTime(look.lookedAt), reason: look.reason },
    };
  }
}
