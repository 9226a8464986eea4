import { refuseIfAny, type Actor } from '@koujing/access';
import type { Database } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { mayReadMedia } from '@koujing/media';
import type { MailReturnList, MailReturnQuery } from './mail-return.api.js';
import type { MailReturnStore } from './mail-return-store.sql.js';

/** What came back, newest first. */
export class ShowReturns {
  constructor(
    private readonly database: Database,
    private readonly returns: MailReturnStore,
  ) {}

  async list(query: MailReturnQuery, actor: Actor): Promise<MailReturnList> {
    refuseIfAny(mayReadMedia(actor));
    const { items, total } = await this.returns.list(this.database.queries, query);
    return {
      items: items.map((one) => ({ ...one, receivedAt: civilTime(one.receivedAt) })),
      total,
      page: query.page,
      pageSize: query.pageSize,
    };
  }
}
