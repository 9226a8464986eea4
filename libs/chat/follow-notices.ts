import type { Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';
import type { NoticeFollower } from '@koujing/notify';
import type { ChatMessageStore } from './chat-message-store.sql.js';
import { kindOfNotice } from './notice-kinds.js';

/** Hears of every notice in the transaction that wrote it, and plans what groups are told of it. */
export class FollowNotices implements NoticeFollower {
  constructor(private readonly messages: ChatMessageStore) {}

  async told(
    queries: Queries,
    notice: { readonly kind: string; readonly key: string; readonly link: string },
    to: { readonly personIds: readonly PersonId[]; readonly now: Date },
  ): Promise<void> {
    const kind = kindOfNotice(notice.kind);
    await this.messages.plan(queries, { kind, key: `${notice.kind} ${notice.key}`, link: notice.link }, to);
  }
}
