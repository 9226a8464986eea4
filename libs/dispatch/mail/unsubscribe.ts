import { isUnsubscribeToken } from '@koujing/channels/email';
import type { Database } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import {
  mediaRefusal,
  type Audience,
  type LeaveList,
  type SuppressAddress,
  type TellOfLeaving,
} from '@koujing/media';
import type { AccountStore } from '../account-store.sql.js';
import { mailKeysOf } from './return-address.js';

/** The recipient's own wish, by the link of a mail that only they have got. */
export class Unsubscribe {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: AccountStore;
      readonly audience: Audience;
      readonly suppress: SuppressAddress;
      readonly leave: LeaveList;
      readonly tell: Pick<TellOfLeaving, 'perform'>;
    },
  ) {}

  async reasons(address: string, token: string): Promise<readonly Reason[]> {
    const { accounts, database } = this.parts;
    const keys = mailKeysOf(await accounts.all(database.queries));
    return keys.some(({ key }) => isUnsubscribeToken(token, address, key))
      ? []
      : [mediaRefusal.unsubscribeTokenWrong];
  }

  /** The lists that this address is on, to leave one of them. */
  async lists(address: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.parts.audience.listsOf(this.parts.database.queries, address);
  }

  /** All mail, or one list. Doing it twice changes nothing. @throws Problem `badInput`, `notFound` for a list that is none */
  async perform(address: string, token: string, listId: string | null): Promise<void> {
    const [first, ...rest] = await this.reasons(address, token);
    if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
    const { database, suppress, leave, tell } = this.parts;
    await database.transaction(async (queries) => {
      if (listId !== null) return leave.apply(queries, { listId, address, way: 'mail' });
      const stopped = await suppress.apply(queries, {
        address,
        cause: 'unsubscribed',
        detail: '收件人点击退订 (by the link in a mail)',
        by: 'system:unsubscribe',
      });
      if (stopped) await tell.perform(queries, address, null);
    });
  }
}
