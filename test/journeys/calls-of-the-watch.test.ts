import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import { startCity, type City } from '../support/city.js';
import { ok } from '../support/person.js';
import { aDraft, approved, deliveries, paragraph, published, untilAll } from '../support/release-way.js';
import { until } from '../support/until.js';

const hour = 3_600_000;

describe('looking at what is out, where the platform counts the calls of a day', () => {
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  let city: City;

  beforeAll(async () => {
    city = await startCity({ clock });
  });
  afterAll(() => city.close());

  /** The day of the platform, whose clock stands at today while the city's travels. */
  const calls = () => city.sandbox.posted.calls().filter(({ channel }) => channel === 'weibo');
  const draftOf = (title: string) =>
    aDraft({
      organId: 'emergency',
      title,
      blocks: [paragraph('全市组织3200名护林员开展防火巡查，咨询电话0000-12119。')],
      accountIds: ['portal', 'weibo'],
    });

  test('never uses them up, leaves those for posts, and goes on with the rest of its looks later', async () => {
    const desk = await city.desk('emergency');
    const kept = await approved(desk, draftOf('关于春季防火巡查安排的通告'));
    const { id } = await published(desk, draftOf('关于冬季防火巡查安排的通告'));
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    const row = async () =>
      (await deliveries(await city.signIn('emergency'), id)).find(({ channel }) => channel === 'weibo');
    const listed = await until(row, (seen) => seen?.readBack !== null);
    // What is amiss is looked at every six hours, and so is what stands on the account.
    await fetch(`${city.sandbox.weiboUrl}/2/statuses/destroy.json`, {
      method: 'POST',
      headers: { authorization: 'OAuth2 demo-weibo-token' },
      body: new URLSearchParams({ id: listed?.receipt?.remoteId ?? '' }),
    });
    const counted: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      clock.travel(6 * hour + 60_000);
      await city.server.watch.readBacks.tick();
      await city.server.watch.strays.tick();
      counted.push(calls().length);
    }
    const looked = counted.at(-1) ?? 0;
    expect(looked).toBeGreaterThan(20);
    // Half of the seventy that are not kept for posts; the last look may need a page more.
    expect(looked).toBeLessThanOrEqual(36);
    expect(counted.filter((count) => count === looked).length).toBeGreaterThan(20);
    expect(calls().filter(({ answer }) => answer === '10023')).toEqual([]);
    const waiting = (await row())?.readBack;
    expect(waiting).toMatchObject({ outcome: 'gone' });
    expect(Date.parse(waiting?.nextAt ?? '')).toBeGreaterThan(Date.parse(waiting?.lookedAt ?? ''));
    const publisher = await city.signIn('emergency-approver');
    ok(await publisher.post(`/releases/${kept.id}/publish`, { digest: kept.digest }), 'publish');
    await untilAll(publisher, kept.id, ['delivered', 'verified']);
    expect(calls().filter(({ answer }) => answer === '10023')).toEqual([]);
  });
});
