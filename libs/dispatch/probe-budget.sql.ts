import type { Rate, ReconcileOutcome } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import type { QuotaStore } from './quota-store.sql.js';

/** Of the calls that are not kept for posts, so many are left to what is urgent: what became of a try. */
const shareOfWatch = 0.5;

/** Publishing comes before asking: what an account keeps for posts is never spent on questions (CHANNELS B4). */
export class ProbeBudget {
  constructor(private readonly quotas: QuotaStore) {}

  /** Null: ask. Otherwise what to do instead, without a single call. */
  async refusal(
    queries: Queries,
    accountId: string,
    rates: readonly Rate[],
  ): Promise<ReconcileOutcome | null> {
    for (const rate of rates) {
      if (rate.reserve === undefined) continue;
      const { used, opensInMs } = await this.quotas.standing(queries, accountId, rate);
      if (used >= rate.count - rate.reserve) return { kind: 'stillPending', checkAfterMs: opensInMs };
    }
    return null;
  }

  /**
   * Reading back comes after both: it stops where half of what may be spent on asking is used, however many look at once. Null: a
   * call is taken, and what the look needs beyond it is counted afterwards; else ms to wait.
   */
  async takeForWatch(queries: Queries, accountId: string, rates: readonly Rate[]): Promise<number | null> {
    for (const rate of rates) {
      if (rate.name !== 'calls') continue;
      const most = (rate.count - (rate.reserve ?? 0)) * shareOfWatch;
      const waitMs = await this.quotas.takeBelow(queries, accountId, rate, most);
      if (waitMs !== null) return Math.max(1_000, waitMs);
    }
    return null;
  }
}
