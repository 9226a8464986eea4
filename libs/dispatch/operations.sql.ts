import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { DeliveryState } from './delivery.js';

export interface RowCount {
  readonly channel: string;
  readonly accountId: string;
  readonly state: string;
  readonly rows: number;
}

export interface OutcomeCount {
  readonly channel: string;
  readonly action: string;
  readonly outcome: string;
  readonly class: string;
  readonly tries: number;
}

export interface Due {
  readonly due: number;
  readonly oldestDueSeconds: number;
}

/** Each list is the condition of an index: what is closed is history, as much as the city ever sent, and is never read. */
const openParts: readonly (readonly DeliveryState[])[] = [
  ['planned', 'waiting', 'deferred'],
  ['sending', 'accepted', 'unknown', 'correcting', 'withdrawing'],
  ['rejected', 'needsPerson'],
];

/** Reads what the operators watch. Narrow: nothing here is used to decide about a row. */
export class OperationsStore {
  async rows(queries: Queries): Promise<readonly RowCount[]> {
    const found: RowCount[] = [];
    for (const states of openParts)
      found.push(
        ...(await queries
          .selectFrom('delivery')
          .select(['channel', 'account_id as accountId', 'state'])
          .select((column) => column.fn.countAll<number>().as('rows'))
          .where('state', 'in', [...states])
          .groupBy(['channel', 'account_id', 'state'])
          .orderBy('channel')
          .orderBy('state')
          .execute()),
      );
    return found;
  }

  /** By the database's clock, as the workers claim. */
  async due(queries: Queries): Promise<Due> {
    const { rows } = await sql<Due>`
      select count(*)::integer as due,
        coalesce(extract(epoch from clock_timestamp() - min(next_at)), 0)::double precision as "oldestDueSeconds"
      from delivery where state in ('planned', 'deferred') and next_at <= clock_timestamp()`.execute(queries);
    return rows[0] as Due;
  }

  /** Tries that ended in the last hour; late answers of overtaken claims are counted as such. */
  async outcomes(queries: Queries): Promise<readonly OutcomeCount[]> {
    const { rows } = await sql<OutcomeCount>`
      select d.channel, a.action, a.outcome, count(*)::integer as tries,
        coalesce(case a.outcome when 'deferred' then a.evidence->>'reason' when 'rejected' then a.evidence->>'fix' end, '') as class
      from delivery_attempt a join delivery d on d.id = a.delivery_id
      where a.started_at > clock_timestamp() - interval '1 hour' and a.outcome is not null
      group by 1, 2, 3, 5 order by 1, 2, 3, 5`.execute(queries);
    return rows;
  }
}
