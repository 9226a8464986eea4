import type { Queries } from '@koujing/database';
import { civilTime, type PersonId } from '@koujing/kernel';
import type { NotificationList, NotificationView } from './notify.api.js';
import type { MailOutcome } from './mail-outcome.js';

/** A notice claimed for mailing. */
export interface DueNotice {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** Longer than any mail takes; an expired lease means that the process died in between. */
const LEASE_MS = 120_000;

export class NotificationStore {
  /** Takes due notices in hand, each by one worker only; who has no address keeps it in the console. */
  async claim(queries: Queries, now: Date, limit: number): Promise<readonly DueNotice[]> {
    const due = queries
      .selectFrom('notification')
      .innerJoin('person', 'person.id', 'notification.person_id')
      .select('notification.id')
      .where('notification.state', '=', 'planned')
      .where('notification.next_at', '<=', now)
      .where('person.email', '!=', '')
      .orderBy('notification.next_at')
      .limit(limit)
      .forNoKeyUpdate('notification')
      .skipLocked();
    const rows = await queries
      .updateTable('notification')
      .set({ state: 'sending', lease_until: new Date(now.getTime() + LEASE_MS) })
      .from('person')
      .whereRef('person.id', '=', 'notification.person_id')
      .where('notification.id', 'in', due)
      .returning([
        'notification.id',
        'person.email',
        'notification.subject',
        'notification.html',
        'notification.text',
        'notification.message_id',
        'notification.attempts',
        'notification.created_at',
      ])
      .execute();
    return rows.map((row) => ({
      id: row.id,
      to: row.email,
      subject: row.subject,
      html: row.html,
      text: row.text,
      messageId: row.message_id,
      attempts: row.attempts,
      createdAt: row.created_at,
    }));
  }

  async settle(queries: Queries, id: string, outcome: MailOutcome): Promise<void> {
    await queries
      .updateTable('notification')
      .set((column) => ({
        state: outcome.state,
        last_message: outcome.message,
        lease_until: null,
        attempts: column('attempts', '+', 1),
        ...(outcome.state === 'planned' ? { next_at: outcome.nextAt } : {}),
      }))
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .execute();
  }

  /** What a dead process left in the middle: nobody can tell whether it went out, so it is not sent again. */
  async giveUpExpired(queries: Queries, now: Date): Promise<number> {
    const { numUpdatedRows } = await queries
      .updateTable('notification')
      .set({ state: 'unknown', lease_until: null, last_message: '发送中断，无法确认是否送达。' })
      .where('state', '=', 'sending')
      .where('lease_until', '<', now)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }

  async page(
    queries: Queries,
    personId: PersonId,
    query: { readonly page: number; readonly pageSize: number },
  ): Promise<NotificationList> {
    const mine = queries.selectFrom('notification').where('person_id', '=', personId);
    const { total, unread } = await mine
      .select(({ fn }) => [
        fn.countAll<number>().as('total'),
        fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread'),
      ])
      .executeTakeFirstOrThrow();
    const rows = await mine
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const items = rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      text: row.text,
      link: row.link,
      state: row.state as NotificationView['state'],
      createdAt: civilTime(row.created_at),
      readAt: row.read_at === null ? null : civilTime(row.read_at),
    }));
    return { items, total: Number(total), unread: Number(unread), ...query };
  }

  /** Only one's own; the first reading counts. */
  async read(queries: Queries, personId: PersonId, id: string, now: Date): Promise<void> {
    await queries
      .updateTable('notification')
      .set({ read_at: now })
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('read_at', 'is', null)
      .execute();
  }

  /** One's own up to this instant, to the millisecond in which it is told; what came later was not shown. */
  async readAll(queries: Queries, personId: PersonId, until: Date, now: Date): Promise<void> {
    await queries
      .updateTable('notification')
      .set({ read_at: now })
      .where('person_id', '=', personId)
      .where('read_at', 'is', null)
      .where('created_at', '<', new Date(until.getTime() + 1))
      .execute();
  }
}
