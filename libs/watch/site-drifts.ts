import type { AuditTrail } from '@koujing/audit';
import type { AmissFile } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import { htmlOf, operators, type Account, type AccountStore, type NotifierPort } from '@koujing/dispatch';
import type { Clock } from '@koujing/kernel';
import { differencesOf } from './reading-difference.js';
import { siteDriftNotice } from './site-drift-notice.js';
import type { SiteDrift, SiteStore } from './site-store.sql.js';

export interface SiteDriftParts {
  readonly database: Database;
  readonly accounts: Pick<AccountStore, 'find'>;
  readonly sites: SiteStore;
  readonly notifier: NotifierPort;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

type Told = Pick<Account, 'id' | 'name'>;

/** Files of a site that stand otherwise than they were written: raised, told once for all of one look, and closed. */
export class SiteDrifts {
  constructor(private readonly parts: SiteDriftParts) {}

  /** What a look found: raised when a second one finds it too, closed when it is as written. */
  async keep(
    queries: Queries,
    account: Told,
    { looked, amiss }: { readonly looked: readonly string[]; readonly amiss: readonly AmissFile[] },
    at: Date,
  ): Promise<void> {
    const { sites } = this.parts;
    const drifts = amiss.map(driftOf);
    const fresh: SiteDrift[] = [];
    for (const drift of drifts) if (await sites.raise(queries, account.id, drift, at)) fresh.push(drift);
    await this.#tell(queries, account, fresh, false);
    const still = drifts.map(({ path }) => path);
    for (const path of await sites.close(queries, account.id, { looked, amiss: still, at }))
      await this.#record(queries, account, 'drift.closed', { path });
  }

  /**
   * What is certainly somebody else's work, because it is not what was written there last: told before it is written over, and in
   * one transaction, so that whoever dies in between tells it no second time. The next look closes it.
   */
  async touched(accountId: string, amiss: readonly AmissFile[]): Promise<void> {
    const { database, accounts, sites, clock } = this.parts;
    await database.transaction(async (queries) => {
      const [account] = await accounts.find(queries, [accountId]);
      if (account === undefined) return;
      const at = clock.now();
      const fresh: SiteDrift[] = [];
      for (const drift of amiss.map(driftOf))
        if (await sites.raiseAtOnce(queries, accountId, drift, at)) fresh.push(drift);
      await this.#tell(queries, account, fresh, true);
    });
  }

  /** A site that is no longer kept up is no longer looked at: what was open there would stay so for ever. */
  async closeDisabled(queries: Queries, at: Date): Promise<void> {
    const reason = '账号已停用，不再核对';
    for (const { accountId, path } of await this.parts.sites.closeDisabled(queries, at, reason))
      await this.#record(queries, { id: accountId }, 'drift.closed', { path, reason });
  }

  async #tell(
    queries: Queries,
    account: Told,
    drifts: readonly SiteDrift[],
    isMended: boolean,
  ): Promise<void> {
    if (drifts.length === 0) return;
    for (const { path, kind, differences } of drifts)
      await this.#record(queries, account, 'drift.raised', { path, kind, differences });
    const persons = await operators(queries);
    const { subject, lines } = siteDriftNotice(account.name, drifts, isMended);
    await this.parts.notifier.notify(queries, {
      personIds: persons.map(({ id }) => id),
      ...{ kind: 'drift', subject, text: lines.join('\n'), html: htmlOf(lines), link: '/accounts' },
    });
  }

  #record(
    queries: Queries,
    { id }: Pick<Account, 'id'>,
    action: string,
    detail: Readonly<Record<string, unknown>>,
  ) {
    return this.parts.audit.record(queries, {
      ...{ actor: 'system:watch', action, subjectKind: 'account', subjectId: id, detail },
    });
  }
}

/** Where no word differs the bytes do: a script that somebody put into a list. */
const driftOf = ({ part, path, url, expected, shown }: AmissFile): SiteDrift => {
  const of = { part, path, url };
  if (shown === null) return { ...of, kind: 'gone', differences: [] };
  const words = differencesOf(expected, shown);
  const bytes = [{ part: 'bytes', published: '', shown: '' } as const];
  return { ...of, kind: 'differs', differences: words.length === 0 ? bytes : words };
};
