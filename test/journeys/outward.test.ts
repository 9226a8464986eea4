import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type { ViolationList } from '../../libs/report/violation.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person } from '../support/person.js';
import { aDraft, deliveries, paragraph, published, untilAll, type Desk } from '../support/release-way.js';

/** Asks until it is so; fails with what was seen last. */
const until = async <T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  patienceMs = 20_000,
): Promise<T> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() > giveUpAt) throw new Error(`still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('what the public gets, and what becomes of it', () => {
  jest.setTimeout(120_000);
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  let city: City;
  let desk: Desk;
  let viewer: Person;

  beforeAll(async () => {
    city = await startCity({ clock });
    desk = await city.desk('emergency');
    viewer = desk.drafter;
  });
  afterAll(() => city.close());

  const portal = async (path: string) => {
    const answer = await fetch(`${city.portalUrl}${path}`);
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      text: await answer.text(),
    };
  };

  test('a warning is also a CAP message, listed in the index and served as what it is', async () => {
    const draft = aDraft({
      organId: 'emergency',
      kind: 'warning',
      title: '滨海市森林火险橙色预警',
      blocks: [paragraph('11月23日至25日本市森林火险等级高。请市民不要携带火种进山，发现火情请拨打12119。')],
    });
    const { id } = await published(desk, draft);
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    const path = `/cap/koujing-${id}-1.cap.xml`;
    const { type, text } = await until(
      () => portal(path),
      ({ status }) => status === 200,
    );
    expect(type).toBe('application/cap+xml; charset=utf-8');
    for (const part of [
      '<status>Exercise</status>',
      '<event>森林火险橙色预警</event>',
      '<severity>Severe</severity>',
    ])
      expect(text).toContain(part);
    const index = await until(
      () => portal('/cap/index.atom'),
      ({ status }) => status === 200,
    );
    expect(index.text).toContain(path);
  });

  const minute = 60_000;
  const weibo = (path: string, params: Readonly<Record<string, string>>) =>
    fetch(`${city.sandbox.weiboUrl}${path}`, {
      method: 'POST',
      headers: { authorization: 'OAuth2 demo-weibo-token' },
      body: new URLSearchParams(params),
    });
  /** Hours pass: sessions end, and whoever looks signs in again. */
  const travel = async (milliseconds: number): Promise<void> => {
    clock.travel(milliseconds);
    viewer = await city.signIn('emergency');
    await city.server.watch.readBacks.tick();
  };
  const readBackOf = async (id: string, channel: string) =>
    (await deliveries(viewer, id)).find((row) => row.channel === channel);

  describe('what was published is looked at again', () => {
    let id: string;

    beforeAll(async () => {
      const draft = aDraft({
        organId: 'emergency',
        title: '关于冬季防火巡查安排的通告',
        blocks: [paragraph('12月1日起，全市组织3200名护林员开展冬季防火巡查，咨询电话0000-12119。')],
        accountIds: ['portal', 'weibo'],
      });
      ({ id } = await published(desk, draft));
      await untilAll(desk.drafter, id, ['delivered']);
      // Listed for a look ten minutes after it went out.
      await until(
        () => readBackOf(id, 'weibo'),
        (row) => row?.readBack !== null,
      );
    });

    test('what nobody touched is seen as approved, and the row says so', async () => {
      await travel(70 * minute);
      const rows = await untilAll(viewer, id, ['verified']);
      expect(rows.map(({ readBack }) => [readBack?.outcome, readBack?.drift])).toEqual([
        ['same', null],
        ['same', null],
      ]);
    });

    test('a number changed on the page by hand is shown with what was approved, and told; put right, it closes itself', async () => {
      const file = `${city.portalRoot}/r/${id}.html`;
      const page = readFileSync(file, 'utf8');
      writeFileSync(file, page.replaceAll('3200名', '5200名'));
      await travel(6 * 60 * minute);
      const changed = await until(
        () => readBackOf(id, 'portal'),
        (row) => row?.readBack?.outcome === 'differs',
      );
      const [difference] = changed?.readBack?.drift?.differences ?? [];
      expect(difference).toMatchObject({ part: 'number' });
      expect(difference?.published).toContain('3200名');
      expect(difference?.shown).toContain('5200名');
      const subjects = () => city.sandbox.posted.mails().map(({ subject }) => subject);
      await until(
        async () => subjects(),
        (told) => told.some((subject) => subject.startsWith('【与审定稿不符】关于冬季防火巡查')),
      );
      writeFileSync(file, page);
      await travel(11 * minute);
      const mended = await until(
        () => readBackOf(id, 'portal'),
        (row) => row?.readBack?.outcome === 'same',
      );
      expect(mended?.readBack?.drift).toBeNull();
    });

    test('a post that the platform took down is found gone, and is not sent again', async () => {
      const row = await readBackOf(id, 'weibo');
      const destroyed = await weibo('/2/statuses/destroy.json', { id: row?.receipt?.remoteId ?? '' });
      expect(destroyed.status).toBe(200);
      await travel(25 * 60 * minute);
      const gone = await until(
        () => readBackOf(id, 'weibo'),
        (seen) => seen?.readBack?.outcome === 'gone',
      );
      expect(gone).toMatchObject({ state: 'verified', readBack: { drift: { kind: 'gone' } } });
      expect(city.sandbox.posted.weibo().filter(({ text }) => text.includes('防火巡查'))).toHaveLength(1);
    });
  });

  test('a post on our own account that no release put there is a violation of Art.39(4)', async () => {
    const posted = await weibo('/2/statuses/share.json', {
      status: `【快讯】今晚全市停课 ${city.portalUrl}/`,
      rip: '127.0.0.1',
    });
    expect(posted.status).toBe(200);
    await travel(6 * 60 * minute);
    await city.server.watch.strays.tick();
    await city.server.violation.watch.tick();
    const coordinator = await city.signIn('coordinator');
    const list = ok(await coordinator.get<ViolationList>('/violations'), 'violations');
    expect(list.items.find(({ title }) => title.includes('今晚全市停课'))).toMatchObject({
      kind: 'unauthorised',
      organ: { id: 'office' },
    });
  });
});
