import { isUnsubscribeToken } from '@koujing/channels/email';
import type { Database } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import { mediaRefusal, type SuppressAddress } from '@koujing/media';
import type { AccountStore } from '../account-store.sql.js';
import { mailKeysOf } from './return-address.js';

/** The recipient's own wish, by the link of a mail that only they have got. */
export class Unsubscribe {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly suppress: SuppressAddress,
  ) {}

  async reasons(address: string, token: string): Promise<readonly Reason[]> {
    const keys = mailKeysOf(await this.accounts.all(this.database.queries));
    return keys.some(({ key }) => isUnsubscribeToken(token, address, key))
      ? []
      : [mediaRefusal.unsubscribeTokenWrong];
  }

  /** Doing it twice changes nothing. @throws Problem `badInput` */
  async perform(address: string, token: string): Promise<void> {
    const [first, ...rest] = await this.reasons(address, token);
    if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
    await this.database.transaction((queries) =>
      this.suppress.apply(queries, {
        address,
        cause: 'unsubscribed',
        detail: '收件人点击退订 (by the link in a mail)',
        by: 'system:unsubscribe',
      }),
    );
  }
}
