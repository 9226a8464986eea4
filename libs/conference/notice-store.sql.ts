import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { FactChange } from './facts.js';
import type { Registration } from './registration-store.sql.js';

export interface NoticeRow extends Registration {
  readonly host: string;
  readonly state: string;
  readonly successor: string | null;
}

/** Approvals as the public page reads them. */
export class NoticeStore {
  /** Newest first. */
  /** When one was approved or voided last; null before the first. */
  async changedAt(queries: Queries): Promise<Date | null> {
    const last = sql<Date | null>`max(greatest(approved_at, voided_at))`;
    const row = await queries.selectFrom('conference_approval').select(last.as('at')).executeTakeFirst();
    return row?.at ?? null;
  }

  async newest(queries: Queries, limit: number): Promise<readonly NoticeRow[]> {
    const rows = await queries
      .selectFrom('conference_approval as a')
      .innerJoin('conference as c', 'c.id', 'a.conference_id')
      .leftJoin('conference_approval as n', (join) =>
        join.onRef('n.conference_id', '=', 'a.conference_id').on('n.voided_at', 'is', null),
      )
      .selectAll('a')
      .select(['c.host', 'c.state', 'n.number as successor'])
      .orderBy('a.approved_at', 'desc')
      .orderBy('a.number', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      ...{ conferenceId: row.conference_id, registration: row.registration, number: row.number },
      ...{ name: row.name, theme: row.theme, startsAt: row.starts_at, place: row.place },
      ...{ approvedAt: row.approved_at, voidedAt: row.voided_at, voidReason: row.void_reason },
      changes: row.changes as readonly FactChange[],
      ...{ host: row.host, state: row.state },
      successor: row.successor === row.number ? null : row.successor,
    }));
  }
}
