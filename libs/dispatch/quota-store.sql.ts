import type { Rate } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** How many of the wanted tries fit, and when the next window opens for the rest. */
export type Quota =
  { readonly granted: number; readonly opensAt: null } | { readonly granted: number; readonly opensAt: Date };

export const isTaken = (quota: Quota): quota is Quota & { readonly opensAt: Date } => quota.opensAt !== null;

interface Window {
  readonly start: Date;
  readonly end: Date;
}

/** Quotas and rates are rows that all workers share; days and months begin at the city's midnight. */
export class QuotaStore {
  constructor(private readonly timeZone: string) {}

  /** Takes up to `wanted` from every rate of the account, or as many as the tightest leaves. */
  async take(queries: Queries, accountId: string, rates: readonly Rate[], wanted: number): Promise<Quota> {
    let granted = wanted;
    let opensAt: Date | null = null;
    const windows: { readonly rate: Rate; readonly window: Window }[] = [];
    for (const rate of rates) {
      const window = await this.#window(queries, rate);
      const used = await this.#used(queries, accountId, rate, window);
      windows.push({ rate, window });
      const left = Math.max(0, rate.count - used);
      if (left >= granted) continue;
      granted = left;
      opensAt = window.end;
    }
    if (granted > 0)
      for (const { rate, window } of windows)
        await this.#add(queries, accountId, rate, { window, used: granted });
    return { granted, opensAt };
  }

  /** Takes one place as long as fewer than `most` are used. Null if it is taken; else in how many ms the next window opens. */
  async takeBelow(queries: Queries, accountId: string, rate: Rate, most: number): Promise<number | null> {
    const { start } = await this.#window(queries, rate);
    const { rows } = await sql`
      insert into quota (account_id, name, window_start, used) values (${accountId}, ${quotaName(rate)}, ${start}, 1)
      on conflict (account_id, name, window_start) do update set used = quota.used + 1 where quota.used < ${most}
      returning used`.execute(queries);
    return rows.length > 0 ? null : (await this.standing(queries, accountId, rate)).opensInMs;
  }

  /** How much of a rate is used in its present window, and how long that still lasts; locks nothing. */
  async standing(
    queries: Queries,
    accountId: string,
    rate: Rate,
  ): Promise<{ readonly used: number; readonly opensAt: Date; readonly opensInMs: number }> {
    const window = await this.#window(queries, rate);
    const { rows } = await sql<{ used: number; ms: number }>`
      select coalesce((select used from quota where account_id = ${accountId} and name = ${quotaName(rate)}
        and window_start = ${window.start}), 0) as used,
        extract(epoch from ${window.end}::timestamptz - clock_timestamp())::float8 * 1000 as ms`.execute(
      queries,
    );
    const [row] = rows;
    return { used: row?.used ?? 0, opensAt: window.end, opensInMs: Math.max(0, row?.ms ?? 0) };
  }

  /** Counts calls beyond the one that was taken, after they were made. */
  async countCalls(queries: Queries, accountId: string, rates: readonly Rate[], used: number): Promise<void> {
    for (const rate of rates.filter(({ name }) => name === 'calls'))
      await this.#add(queries, accountId, rate, { window: await this.#window(queries, rate), used });
  }

  async #window(queries: Queries, rate: Rate): Promise<Window> {
    const { rows } = await sql<Window>`
      select start at time zone ${this.timeZone} as start, (start + ${`1 ${rate.per}`}::interval) at time zone ${this.timeZone} as end
      from (select date_trunc(${rate.per}, clock_timestamp() at time zone ${this.timeZone}) as start) as w`.execute(
      queries,
    );
    return rows[0] as Window;
  }

  /** Locks the row, so that two workers never grant the same place. */
  async #used(queries: Queries, accountId: string, rate: Rate, window: Window): Promise<number> {
    const { rows } = await sql<{ used: number }>`
      insert into quota (account_id, name, window_start, used)
      values (${accountId}, ${quotaName(rate)}, ${window.start}, 0)
      on conflict (account_id, name, window_start) do update set used = quota.used returning used`.execute(
      queries,
    );
    return rows[0]?.used ?? 0;
  }

  async #add(
    queries: Queries,
    accountId: string,
    rate: Rate,
    { window, used }: { readonly window: Window; readonly used: number },
  ): Promise<void> {
    await sql`
      insert into quota (account_id, name, window_start, used)
      values (${accountId}, ${quotaName(rate)}, ${window.start}, ${used})
      on conflict (account_id, name, window_start) do update set used = quota.used + excluded.used`.execute(
      queries,
    );
  }
}

const quotaName = (rate: Rate): string => `${rate.name}/${rate.per}`;
