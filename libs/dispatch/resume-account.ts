import { refuseIfAny, type Actor } from '@koujing/access';
import { Problem, type Reason } from '@koujing/kernel';
import type { Account } from './account.js';
import { mayRunAccount } from './may-run-account.js';
import { doDeed, type DeedParts } from './delivery-deed.js';
import { dispatchQueue } from './publish-release.js';
import { dispatchRefusal } from './refusal.js';

/** An operator has renewed the credential or lifted the ban: the account works again, and what it refused is sent. */
export class ResumeAccount {
  constructor(private readonly parts: DeedParts) {}

  reasons(account: Pick<Account, 'organId'>, actor: Actor): readonly Reason[] {
    return mayRunAccount(actor, account);
  }

  perform(accountId: string, actor: Actor): Promise<void> {
    const { database, accounts, deliveries, audit, jobs } = this.parts;
    return database.transaction(async (queries) => {
      const [account] = await accounts.find(queries, [accountId]);
      if (account === undefined) throw new Problem('notFound', [dispatchRefusal.accountNotFound]);
      refuseIfAny(this.reasons(account, actor));
      await accounts.resume(queries, accountId);
      const entry = { actor: actor.personId, subjectKind: 'account', subjectId: accountId };
      await audit.record(queries, { ...entry, action: 'account.resume' });
      const message = '账号已恢复，重新发送 (the account was resumed; sent again)';
      for (const row of await deliveries.refusedByAccount(queries, accountId))
        await doDeed(this.parts, queries, row, { to: 'planned', action: 'delivery.retry', message, actor });
      await deliveries.askNow(queries, accountId);
      await jobs.enqueue(queries, dispatchQueue, [{}]);
    });
  }
}
