import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { MailReturn } from './mail-return.js';

/** A return with what a reader needs beside it. */
export interface ListedReturn extends Omit<MailReturn, 'mark'> {
  readonly releaseId: string | null;
  readonly releaseTitle: string | null;
  /** Failures and delays of this address in the last 30 days: a box that is often full is a box to ask about. */
  readonly failures: number;
}

export interface ReturnSearch {
  /** Part of an address. */
  readonly q?: string;
  readonly bounce?: string;
  readonly page: number;
  readonly pageSize: number;
}

export class MailReturnStore {
  /** False if this report was taken before. */
  async add(queries: Queries, one: MailReturn): Promise<boolean> {
    const { rows } = await sql`
      insert into mail_return (id, mark, received_at, delivery_id, address, bounce, status, diagnostic, subject)
      values (${one.id}, ${one.mark}, ${one.receivedAt}, ${one.deliveryId}, ${one.address}, ${one.bounce}, ${one.status},
        ${one.diagnostic}, ${one.subject}) on conflict (mark) do nothing returning id`.execute(queries);
    return rows.length > 0;
  }

  async applied(queries: Queries, id: string, at: Date): Promise<void> {
    await queries.updateTable('mail_return').set({ applied_at: at }).where('id', '=', id).execute();
  }

  /** Reports that came before their delivery's outcome, oldest first; held, so that two processes share them. */
  async pending(queries: Queries, limit: number): Promise<readonly MailReturn[]> {
    const { rows } = await sql<MailReturn>`
      select id, mark, received_at as "receivedAt", delivery_id as "deliveryId", address, bounce, status, diagnostic, subject
      from mail_return where applied_at is null order by received_at limit ${limit} for no key update skip locked`.execute(
      queries,
    );
    return rows;
  }

  async list(
    queries: Queries,
    { q = '', bounce, page, pageSize }: ReturnSearch,
  ): Promise<{ readonly items: readonly ListedReturn[]; readonly total: number }> {
    const part = `%${q.trim().replace(/[%_\\]/gu, '\\$&')}%`;
    const { rows } = await sql<ListedReturn & { total: number }>`
      select m.id, m.received_at as "receivedAt", m.delivery_id as "deliveryId", m.address, m.bounce, m.status,
        m.diagnostic, m.subject, d.release_id as "releaseId", r.title as "releaseTitle", count(*) over ()::int as total,
        (select count(*)::int from mail_return o where o.address = m.address and o.bounce in ('hard', 'soft', 'refused', 'delayed')
          and o.received_at > m.received_at - interval '30 days' and o.received_at <= m.received_at) as failures
      from mail_return m left join delivery d on d.id = m.delivery_id left join release r on r.id = d.release_id
      where m.address ilike ${part} and (${bounce ?? null}::text is null or m.bounce = ${bounce ?? null})
      order by m.received_at desc, m.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
      queries,
    );
    return { items: rows.map(({ total: _, ...one }) => one), total: rows[0]?.total ?? 0 };
  }
}
