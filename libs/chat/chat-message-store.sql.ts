import type { Queries } from '@koujing/database';
import { newId, type PersonId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { ChatOutcome } from './chat-outcome.js';

/** A message taken in hand. */
export interface DueMessage {
  readonly id: string;
  readonly destinationId: string;
  readonly kind: string;
  readonly link: string;
  readonly organ: string;
  readonly attempts: number;
}

/** What a destination's page shows of a message. */
export interface ToldMessage {
  readonly id: string;
  readonly destinationId: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly message: string | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

/** Longer than any call takes; an expired lease means that the process died in between. */
const LEASE_MS = 60_000;
const shownTroubles = 5;

/** What went to which group. A row is written with the notice, and claimed before it is sent. */
export class ChatMessageStore {
  /** In the transaction of the notice: for every destination of an organ that one of these persons serves. */
  async plan(
    queries: Queries,
    notice: { readonly kind: string; readonly key: string; readonly link: string },
    { personIds, now }: { readonly personIds: readonly PersonId[]; readonly now: Date },
  ): Promise<void> {
    const served = sql<string>`select g.organ_id from role_grant g where g.person_id = any(${[...personIds]}::text[])`;
    const rows = await queries
      .selectFrom('chat_destination')
      .select('id')
      .where('enabled', '=', true)
      .where(sql<boolean>`kinds @> to_jsonb(${notice.kind}::text)`)
      .where(sql<boolean>`organ_id in (${served})`)
      .execute();
    if (rows.length === 0) return;
    await queries
      .insertInto('chat_message')
      .values(
        rows.map(({ id }) => ({
          ...{ id: newId(), destination_id: id, key: notice.key, kind: notice.kind, link: notice.link },
          ...{ state: 'planned', attempts: 0, next_at: now, lease_until: null, last_message: null },
          ...{ created_at: now, settled_at: null },
        })),
      )
      .onConflict((conflict) => conflict.columns(['destination_id', 'key']).doNothing())
      .execute();
  }

  /** The oldest due message of each destination that is not at rest; each by one worker only. */
  async claim(queries: Queries, now: Date): Promise<readonly DueMessage[]> {
    const { rows: rested } = await sql<{ id: string }>`
      select d.id from chat_destination d
      where d.enabled and (d.rest_until is null or d.rest_until <= ${now})
        and exists (select 1 from chat_message m where m.destination_id = d.id and m.state = 'planned' and m.next_at <= ${now})
      order by d.id for no key update of d skip locked`.execute(queries);
    if (rested.length === 0) return [];
    const { rows } = await sql<DueMessage>`
      update chat_message m set state = 'sending', lease_until = ${new Date(now.getTime() + LEASE_MS)}
      from chat_destination d join organ o on o.id = d.organ_id
      where d.id = m.destination_id and m.id in (
        select distinct on (c.destination_id) c.id from chat_message c
        where c.destination_id = any(${rested.map(({ id }) => id)}::text[]) and c.state = 'planned' and c.next_at <= ${now}
        order by c.destination_id, c.created_at, c.id)
      returning m.id, m.destination_id as "destinationId", m.kind, m.link, m.attempts, o.short_name as organ`.execute(
      queries,
    );
    await queries
      .updateTable('chat_destination')
      .set({ rest_until: new Date(now.getTime() + LEASE_MS) })
      .where(
        'id',
        'in',
        rested.map(({ id }) => id),
      )
      .execute();
    return rows;
  }

  /** What came of it, and from when on the destination takes another one. */
  async settle(
    queries: Queries,
    { id, destinationId }: Pick<DueMessage, 'id' | 'destinationId'>,
    { outcome, now, restMs }: { readonly outcome: ChatOutcome; readonly now: Date; readonly restMs: number },
  ): Promise<void> {
    const isAgain = outcome.state === 'planned';
    await queries
      .updateTable('chat_message')
      .set((column) => ({
        state: outcome.state,
        last_message: outcome.message,
        lease_until: null,
        attempts: column('attempts', '+', 1),
        ...(isAgain ? { next_at: new Date(now.getTime() + outcome.delayMs) } : { settled_at: now }),
      }))
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .execute();
    await queries
      .updateTable('chat_destination')
      .set({ rest_until: new Date(now.getTime() + restMs) })
      .where('id', '=', destinationId)
      .execute();
  }

  /** What a dead process left in the middle: nobody can tell whether it went out, so it is not sent again. */
  async giveUpExpired(queries: Queries, now: Date): Promise<void> {
    await queries
      .updateTable('chat_message')
      .set({
        ...{ state: 'unknown', lease_until: null, settled_at: now },
        last_message: '发送中断，无法确认是否送达 (cut off while sending)',
      })
      .where('state', '=', 'sending')
      .where('lease_until', '<', now)
      .execute();
  }

  async troubles(queries: Queries, destinationId: string): Promise<readonly ToldMessage[]> {
    const rows = await queries
      .selectFrom('chat_message')
      .selectAll()
      .where('destination_id', '=', destinationId)
      .where('state', '!=', 'sent')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(shownTroubles)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      destinationId: row.destination_id,
      kind: row.kind,
      state: row.state,
      attempts: row.attempts,
      message: row.last_message,
      createdAt: row.created_at,
      settledAt: row.settled_at,
    }));
  }

  async lastSent(queries: Queries, destinationId: string): Promise<Date | null> {
    const row = await queries
      .selectFrom('chat_message')
      .select('settled_at')
      .where('destination_id', '=', destinationId)
      .where('state', '=', 'sent')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.settled_at ?? null;
  }
}
