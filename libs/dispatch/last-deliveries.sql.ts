import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** When an account last got something out, and when it last did not. */
export interface LastDeliveries {
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
  readonly failure: string | null;
}

/** How many of the newest rows are looked at: one index, whatever the ledger holds; what is older is no news of health. */
const newest = 5_000;

/** By account. */
export const lastDeliveries = async (queries: Queries): Promise<ReadonlyMap<string, LastDeliveries>> => {
  const { rows } = await sql<{
    account: string;
    succeeded: Date | string | null;
    failed: Date | string | null;
    failure: string | null;
  }>`
    with recent as (
      select account_id, state, updated_at, last_code, last_message from delivery
      order by updated_at desc limit ${sql.lit(newest)})
    select account_id as account,
      max(updated_at) filter (where state in ('delivered', 'verified', 'corrected', 'withdrawn')) as succeeded,
      max(updated_at) filter (where state in ('rejected', 'needsPerson', 'abandoned')) as failed,
      (array_agg(trim(coalesce(last_code, '') || ' ' || coalesce(last_message, '')) order by updated_at desc)
        filter (where state in ('rejected', 'needsPerson', 'abandoned')))[1] as failure
    from recent group by account_id`.execute(queries);
  const dateOf = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));
  return new Map(
    rows.map(({ account, succeeded, failed, failure }) => [
      account,
      { succeededAt: dateOf(succeeded), failedAt: dateOf(failed), failure },
    ]),
  );
};
