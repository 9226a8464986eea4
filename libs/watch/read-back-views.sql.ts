import type { Queries } from '@koujing/database';
import type { ReadBackSource } from '@koujing/dispatch';
import { civilTime } from '@koujing/kernel';
import type { Difference, ReadBackView } from '../dispatch/dispatch.api.js';

/** What the progress page shows beside each row. */
export class ReadBackViews implements ReadBackSource {
  async of(queries: Queries, deliveryIds: readonly string[]): Promise<ReadonlyMap<string, ReadBackView>> {
    if (deliveryIds.length === 0) return new Map();
    const rows = await queries
      .selectFrom('read_back')
      .leftJoin('drift', (join) =>
        join.onRef('drift.delivery_id', '=', 'read_back.delivery_id').on('drift.closed_at', 'is', null),
      )
      .select(['read_back.delivery_id', 'looked_at', 'next_at', 'outcome', 'reason'])
      .select(['drift.kind', 'drift.differences', 'drift.raised_at'])
      .where('read_back.delivery_id', 'in', [...deliveryIds])
      .execute();
    return new Map(
      rows.map((row) => [
        row.delivery_id,
        {
          lookedAt: row.looked_at === null ? null : civilTime(row.looked_at),
          nextAt: civilTime(row.next_at),
          outcome: row.outcome as ReadBackView['outcome'],
          reason: row.reason,
          drift:
            row.kind === null || row.raised_at === null
              ? null
              : {
                  kind: row.kind as 'differs' | 'gone',
                  raisedAt: civilTime(row.raised_at),
                  differences: [...((row.differences ?? []) as readonly Difference[])],
                },
        },
      ]),
    );
  }
}
