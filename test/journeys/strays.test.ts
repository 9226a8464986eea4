import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Probe } from '../../apps/sandbox/probe.js';
import type { AccountList } from '../../libs/dispatch/dispatch.api.js';
import type { DriftList } from '../../libs/watch/drift.api.js';
import type { ViolationList } from '../../libs/report/violation.api.js';
import { startCity, type City } from '../support/city.js';
import { ok } from '../support/person.js';
import { aDraft, paragraph, published, untilAll } from '../support/release-way.js';
import { until } from '../support/until.js';
import { ShiftedClock } from '../support/travelling-database.js';

const hour = 3_600_000;
const day = 24 * hour;
/** Beijing’s midnight is eight hours before the world’s. */
const ahead = 8 * hour;

describe('what stands on our own channels and no release put there', () => {
  /** The machine’s time: files tell theirs by it. */
  const clock = new ShiftedClock();
  let city: City;

  beforeAll(async () => {
    city = await startCity({ clock, sandboxClock: clock });
    // From now on the accounts are watched; of what was mass-sent the platform tells the day, and this one had begun before:
    // the tests begin just after a midnight, so that sending and asking are on one day whenever they are run.
    await city.server.watch.strays.tick();
    await city.server.watch.sites.tick();
    clock.travel(day - ((clock.now().getTime() + ahead) % day) + hour);
  });
  afterAll(() => city.close());

  /** Of the titles that are raised, those of what was put there by hand. */
  const raised = async (): Promise<readonly string[]> => {
    await city.server.watch.strays.tick();
    await city.server.watch.sites.tick();
    await city.server.violation.watch.tick();
    const coordinator = await city.signIn('coordinator');
    const { items } = ok(await coordinator.get<ViolationList>('/violations?pageSize=100'), 'violations');
    return items.flatMap(({ kind, title, link }) =>
      kind === 'unauthorised' && link === '/accounts' ? [title] : [],
    );
  };

  test('what went out from here is none: page, lists, picture, article, post', async () => {
    const desk = await city.desk('emergency');
    const draft = aDraft({
      organId: 'emergency',
      title: '关于冬季防火巡查安排的通告',
      blocks: [paragraph('全市组织3200名护林员开展防火巡查，咨询电话0000-12119。')],
      accountIds: ['portal', 'weibo', 'wechat'],
    });
    const { id } = await published(desk, draft);
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    clock.travel(7 * hour);
    expect(await raised()).toEqual([]);
  });

  test('when it was last looked through stands on the account', async () => {
    const { items } = ok(await (await city.as('administrator')).get<AccountList>('/accounts'));
    const watched = new Map(items.map(({ channel, health }) => [channel, health.watched]));
    for (const channel of ['portal', 'weibo', 'wechat'])
      expect([channel, watched.get(channel)]).toEqual([
        channel,
        { lookedAt: expect.any(String), reason: null },
      ]);
    expect(watched.get('email')).toBeNull();
  });

  test('a page in the portal’s folder, a quiet article and a mass-sent one are violations of Art.39(4), drafts are none', async () => {
    mkdirSync(join(city.portalRoot, 'tz'), { recursive: true });
    const page = '<title>紧急通知</title><p>今晚全市停水。</p>';
    writeFileSync(join(city.portalRoot, 'tz', '1.html'), page);
    const byHand = new Probe(city.sandbox);
    const drafted = async (title: string) =>
      (await byHand.draft({ title, content_source_url: '' }))['media_id'];
    await byHand.wechat('freepublish/submit', { media_id: await drafted('招聘公告') });
    const order = { filter: { is_to_all: true }, msgtype: 'mpnews' };
    await byHand.wechat('message/mass/sendall', {
      ...order,
      mpnews: { media_id: await drafted('今晚全市停课') },
    });
    await drafted('只存在草稿箱里');
    clock.travel(7 * hour);
    expect((await raised()).toSorted()).toEqual(['招聘公告', '紧急通知'].toSorted());
    // The platform tells of mass-sent articles on the next day.
    clock.travel(day);
    expect((await raised()).toSorted()).toEqual(['今晚全市停课', '招聘公告', '紧急通知'].toSorted());
  });

  test('a list, a feed and the sitemap that were changed by hand are found, told once, and close when they are as written', async () => {
    const look = async () => {
      clock.travel(61_000);
      await city.server.watch.sites.tick();
      const coordinator = await city.signIn('coordinator');
      const { items } = ok(await coordinator.get<DriftList>('/drifts'));
      return items.filter(({ releaseId }) => releaseId === null);
    };
    const lap = async () => {
      clock.travel(hour);
      let found = await look();
      for (let turn = 0; turn < 6; turn += 1) found = await look();
      return found;
    };
    expect(await lap()).toEqual([]);
    const file = (path: string) => join(city.portalRoot, path);
    const changed = ['index.html', 'feed.xml', 'news-sitemap.xml'];
    const before = new Map(changed.map((path) => [path, readFileSync(file(path), 'utf8')]));
    writeFileSync(file('index.html'), before.get('index.html')?.replaceAll('防火', '防汛') ?? '');
    writeFileSync(file('feed.xml'), before.get('feed.xml')?.replaceAll('防火', '防汛') ?? '');
    rmSync(file('news-sitemap.xml'));
    // A script changes no word.
    const map = 'map.html';
    before.set(map, readFileSync(file(map), 'utf8'));
    writeFileSync(file(map), before.get(map)?.replace('</body>', '<script>x()</script></body>') ?? '');
    const found = await lap();
    expect(found.map(({ releaseTitle, kind }) => [releaseTitle, kind]).toSorted()).toEqual([
      ['feed.xml', 'differs'],
      ['index.html', 'differs'],
      ['map.html', 'differs'],
      ['news-sitemap.xml', 'gone'],
    ]);
    const home = found.find(({ releaseTitle }) => releaseTitle === 'index.html');
    expect(home).toMatchObject({ organ: { id: 'office' }, url: expect.stringMatching(/\/index\.html$/u) });
    expect(
      home?.differences.some(({ published, shown }) => published.includes('防火') && shown.includes('防汛')),
    ).toBe(true);
    expect(found.find(({ releaseTitle }) => releaseTitle === map)?.differences).toMatchObject([
      { part: 'bytes' },
    ]);
    // The office’s, and nobody else’s.
    const elsewhere = (await city.desk('education')).drafter;
    expect(
      ok(await elsewhere.get<DriftList>('/drifts')).items.filter(({ releaseId }) => releaseId === null),
    ).toEqual([]);
    const told = () =>
      city.sandbox.posted
        .mails()
        .filter(({ subject, text }) => subject.startsWith('【被改动】') && text.includes('index.html'));
    await until(
      async () => told(),
      (mails) => mails.length > 0,
    );
    // Each coordinator once, however many files there were and however often it is looked.
    const toldOnce = () =>
      expect(new Set(told().map(({ recipients }) => recipients.join())).size).toBe(told().length);
    toldOnce();
    for (const [path, text] of before) writeFileSync(file(path), text);
    expect(await look()).toEqual([]);
    toldOnce();
  });
});
