import type { HealthFinding, LogPort } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import {
  htmlOf,
  operators,
  type Account,
  type AccountStore,
  type ExamineAccount,
  type NotifierPort,
} from '@koujing/dispatch';
import { civilTime, type Clock, minuteInEnglish, newId } from '@koujing/kernel';
import type { ReleaseStore } from '@koujing/release';
import type { DuePreflight, PreflightStore } from './preflight-store.sql.js';
import type { TickLease } from './tick-lease.sql.js';

export interface PreflightParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly accounts: AccountStore;
  readonly examine: ExamineAccount;
  readonly store: PreflightStore;
  readonly lease: TickLease;
  readonly notifier: NotifierPort;
  readonly clock: Clock;
  readonly log: LogPort;
}

interface Trouble {
  readonly account: Account;
  readonly findings: readonly HealthFinding[];
}

/** A day and an hour before a scheduled release: will its accounts publish? Operators and drafter hear what will not. */
export class Preflight {
  readonly #holder = newId();

  constructor(private readonly parts: PreflightParts) {}

  /** Answers how many releases were looked at. */
  async tick(): Promise<number> {
    const { database, store, lease, clock, log } = this.parts;
    const now = clock.now();
    if (!(await lease.take(database.queries, this.#holder, now.toISOString()))) return 0;
    try {
      const due = await store.due(database.queries, now);
      for (const one of due)
        await this.#look(one).catch((error: unknown) => {
          // One look that fails must not keep the others from being made; the next tick makes it again.
          const reason = error instanceof Error ? error.message : String(error);
          log.warn('schedule.preflightFailed', { release: one.releaseId, reason });
        });
      return due.length;
    } finally {
      await lease.finish(database.queries, this.#holder);
    }
  }

  /** The platforms are asked outside of any transaction. */
  async #look(due: DuePreflight): Promise<void> {
    const { database, accounts, examine, store, clock } = this.parts;
    const troubles: Trouble[] = [];
    for (const account of await accounts.find(database.queries, due.accountIds)) {
      const findings = await examine.perform(account, due.dueAt);
      if (findings.length > 0) troubles.push({ account, findings });
    }
    const kept = troubles.map(({ account, findings }) => ({ accountId: account.id, findings }));
    await database.transaction(async (queries) => {
      const isFirst = await store.record(queries, due, kept, clock.now());
      if (isFirst && troubles.length > 0) await this.#tell(queries, due, troubles);
    });
  }

  async #tell(queries: Queries, due: DuePreflight, troubles: readonly Trouble[]): Promise<void> {
    const release = await this.parts.releases.find(queries, due.releaseId);
    if (release === null) return;
    const fails = troubles.some(({ findings }) => findings.some(({ severity }) => severity === 'block'));
    const told = await operators(queries);
    const lines = [
      `《${release.title}》定于 ${civilTime(due.dueAt)} 发布，发布前检查发现：`,
      ...troubles.flatMap(({ account, findings }) =>
        findings.map(({ message, messageEn }) => `${account.name}：${message} ${messageEn}`),
      ),
      `"${release.title}" is due at ${minuteInEnglish(due.dueAt)}; the check before it found the above.`,
    ];
    await this.parts.notifier.notify(queries, {
      personIds: [...new Set([release.draftedBy, ...told.map(({ id }) => id)])],
      kind: 'preflight',
      key: [due.releaseId, due.dueAt.toISOString(), due.step].join(' '),
      subject: `【发布前检查：${fails ? '将会失败' : '请留意'}】${release.title}`,
      text: lines.join('\n'),
      html: htmlOf(lines),
      link: `/releases/${release.id}`,
    });
  }
}
