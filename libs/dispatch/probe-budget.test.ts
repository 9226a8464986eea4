import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Rate } from '@koujing/channel';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { ProbeBudget } from './probe-budget.sql.js';
import { QuotaStore } from './quota-store.sql.js';

onEachEngine('the calls that an account gives to looking', (open) => {
  const calls: Rate = { name: 'calls', count: 20, per: 'month', reserve: 8 };
  const posts: Rate = { name: 'posts', count: 1, per: 'month' };
  const quotas = new QuotaStore('Asia/Shanghai');
  const budget = new ProbeBudget(quotas);
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await open();
    await opened.database.queries
      .insertInto('account')
      .values({
        ...{ id: 'portal', channel: 'portal', name: '门户', settings: {}, enabled: true },
        ...{ breaker: 'closed', breaker_failures: 0 },
      })
      .execute();
  });
  afterAll(() => opened.drop());

  test('are half of what is not kept for posts, however many look at once, and the rest waits for the next window', async () => {
    const { queries } = opened.database;
    const asked = Array.from({ length: 30 }, () => budget.takeForWatch(queries, 'portal', [calls, posts]));
    const waits = (await Promise.all(asked)).filter((waitMs) => waitMs !== null);
    expect(waits).toHaveLength(30 - 6);
    const { used, opensInMs } = await quotas.standing(queries, 'portal', calls);
    expect(used).toBe(6);
    for (const waitMs of waits) expect(Math.abs(waitMs - opensInMs)).toBeLessThan(60_000);
    // What became of a try may still be asked, and posts have what is kept for them.
    expect(await budget.refusal(queries, 'portal', [calls])).toBeNull();
    expect((await quotas.take(queries, 'portal', [calls, posts], 1)).granted).toBe(1);
  });

  test('are not counted where the platform counts none', async () => {
    const free = { name: 'posts', count: 60, per: 'minute' } as const;
    expect(await budget.takeForWatch(opened.database.queries, 'portal', [free])).toBeNull();
  });
});
