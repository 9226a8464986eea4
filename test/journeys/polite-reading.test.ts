import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type { FindingList, FindingView } from '../../libs/conflict/conflict.api.js';
import type { ForeignSourceList } from '../../libs/watch/foreign/foreign-source.api.js';
import { aSite, type Site } from '../support/a-site.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person } from '../support/person.js';
import { aDraft, paragraph, published } from '../support/release-way.js';
import { until } from '../support/until.js';

const minute = 60_000;
const hour = 60 * minute;

describe('the sites of organs are read over HTTP as they ask for it', () => {
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  let city: City;
  let site: Site;
  /** Says in robots.txt what is not to be read. */
  let shy: Site;
  let administrator: Person;

  beforeAll(async () => {
    [site, shy] = await Promise.all([aSite(), aSite()]);
    city = await startCity({ clock, innerWatchHosts: [site.host, shy.host] });
    administrator = await city.signIn('administrator');
  });
  afterAll(async () => {
    await city.close();
    await Promise.all([site.close(), shy.close()]);
  });

  const sources = async () =>
    ok(await administrator.get<ForeignSourceList>('/foreign-sources'), 'sources').items;
  const sourceOf = async (name: string) => {
    const source = (await sources()).find((one) => one.name === name);
    if (source === undefined) throw new Error(`${name} is not listed`);
    return source;
  };
  /** Its keepers see what came of the look that begins now or has begun. */
  const looked = async (name: string, before: string | null) => {
    // Four sites at a tick: those that are due first go first.
    return until(
      async () => {
        await city.server.watch.poll.tick();
        return sourceOf(name);
      },
      ({ lookedAt }) => lookedAt !== before,
    );
  };
  const register = async (
    at: Site,
    name: string,
    path: string,
    more: Readonly<Record<string, unknown>> = {},
  ) => {
    const source = { organId: 'transport', name, kind: 'feed', url: `http://${at.host}${path}`, ...more };
    ok(await administrator.post('/foreign-sources', source), name);
    return looked(name, null);
  };
  const later = async (name: string, milliseconds: number) => {
    const { lookedAt } = await sourceOf(name);
    clock.travel(milliseconds);
    administrator = await city.signIn('administrator');
    return looked(name, lookedAt);
  };
  const waitOf = ({ lookedAt, nextAt }: { lookedAt: string | null; nextAt: string }): number =>
    Date.parse(nextAt) - Date.parse(lookedAt ?? '');

  const road = (words: string) =>
    site.feed(site.entry('r1', '主干道保洁作业通告', words, 'Mon, 23 Nov 2026 08:00:00 +0800'));

  describe('a page without a feed, read by selectors', () => {
    const title = '滨河路供水管道抢修有关情况';
    const text = (at: number) =>
      `11月23日6时，滨河路供水管道爆裂，影响约1.2万户，预计11月23日${at}时恢复供水。`;
    const selectors = { item: 'ul.news li', title: 'a', link: 'a', date: 'span', article: '.article' };
    let id: string;

    beforeAll(async () => {
      const water = await city.desk('water');
      ({ id } = await published(water, aDraft({ organId: 'water', title, blocks: [paragraph(text(18))] })));
      const type = 'text/html; charset=utf-8';
      site.answers.set('/list.html', {
        type,
        body: `<nav><ul><li><a href="/">首页</a></li></ul></nav><ul class="news">
          <li><a href="/n/1.html">${title}</a><span>2026-11-23 08:30</span></li></ul>`,
      });
      site.answers.set('/n/1.html', {
        type,
        body: `<header>市交通运输局</header><div class="article"><p>${text(22)}</p></div><footer>版权所有</footer>`,
      });
    });

    test('becomes observations with the texts behind its links, and a finding where they contradict ours', async () => {
      const page = await register(site, '市交通运输局网站', '/list.html', { kind: 'page', selectors });
      expect(page).toMatchObject({ outcome: 'read', texts: 1 });
      expect(page.newest).toMatchObject([{ title, url: `http://${site.host}/n/1.html`, dateFault: null }]);
      const coordinator = await city.signIn('coordinator');
      const found = await until(
        async () => {
          await city.server.cases.compareHeard.tick();
          return ok(await coordinator.get<FindingList>('/findings?state=open'), 'findings').items.filter(
            ({ kind, releases }) => kind === 'inconsistent' && releases.some((release) => release.id === id),
          );
        },
        (findings) => findings.length > 0,
      );
      const view = ok(await coordinator.get<FindingView>(`/findings/${found[0]?.id}`), 'finding');
      expect(view.outside).toMatchObject({ site: '市交通运输局网站', url: `http://${site.host}/n/1.html` });
      const fact = view.facts.find(({ attribute }) => attribute === 'time');
      expect([fact?.a.text, fact?.b.text]).toEqual([
        expect.stringContaining('预计11月23日22时恢复供水'),
        expect.stringContaining('预计11月23日18时恢复供水'),
      ]);
    });

    test('that was rebuilt so that the selectors find nothing is told to its keepers, and what was heard stays', async () => {
      site.answers.set('/list.html', { type: 'text/html', body: '<main>改版</main>' });
      const rebuilt = await later('市交通运输局网站', 20 * minute);
      expect(rebuilt).toMatchObject({ outcome: 'failed', texts: 1 });
      expect(rebuilt.reason).toContain('选择器没有找到任何条目');
    });
  });

  test.each([
    ['an ETag', '/tagged', { etag: '"v1"' }, { etag: '"v2"' }, 'if-none-match', '"v1"'],
    [
      'Last-Modified',
      '/dated',
      { lastModified: 'Sun, 22 Nov 2026 00:00:00 GMT' },
      { lastModified: 'Mon, 23 Nov 2026 02:00:00 GMT' },
      'if-modified-since',
      'Sun, 22 Nov 2026 00:00:00 GMT',
    ],
  ])(
    'a feed with %s is asked for what changed, answers 304 as long as nothing did, and is heard again when it has',
    async (...[, path, mark, newMark, header, said]) => {
      site.answers.set(path, { body: road('11月24日夜间清扫主干道。'), ...mark });
      expect(await register(site, path, path)).toMatchObject({ outcome: 'read', texts: 1 });
      expect(site.asked(path)[0]?.headers).toMatchObject({
        'user-agent': expect.stringContaining('KoujingWatch/'),
      });
      expect(site.asked(path)[0]?.headers[header]).toBeUndefined();
      expect(await later(path, 20 * minute)).toMatchObject({ outcome: 'unchanged', texts: 1 });
      expect(site.asked(path).map(({ status }) => status)).toEqual([200, 304]);
      expect(site.asked(path)[1]?.headers[header]).toBe(said);
      site.answers.set(path, {
        body: site.feed(
          site.entry(
            'r1',
            '主干道保洁作业通告',
            '11月24日夜间清扫主干道。',
            'Mon, 23 Nov 2026 08:00:00 +0800',
          ),
          site.entry(
            'r2',
            '环城路保洁作业通告',
            '11月25日夜间清扫环城路。',
            'Mon, 23 Nov 2026 09:00:00 +0800',
          ),
        ),
        ...newMark,
      });
      expect(await later(path, 20 * minute)).toMatchObject({ outcome: 'read', texts: 2 });
    },
  );

  test.each([
    [429, () => '7200'],
    [503, () => new Date(Date.now() + 2 * hour).toUTCString()],
  ])(
    'a site that answers %i is left alone as long as it asks, and read after it',
    async (status, retryAfter) => {
      const path = `/busy-${status}`;
      site.answers.set(path, { status, retryAfter: retryAfter() });
      const busy = await register(site, path, path);
      expect(busy).toMatchObject({ outcome: 'later', reason: `HTTP ${status}` });
      // A date is told by the second.
      expect(waitOf(busy)).toBeGreaterThanOrEqual(2 * hour - 2_000);
      expect(waitOf(busy)).toBeLessThanOrEqual(2 * hour + 2_000);
      site.answers.set(path, { body: road('11月24日夜间清扫主干道。') });
      clock.travel(hour);
      administrator = await city.signIn('administrator');
      await city.server.watch.poll.tick();
      expect(site.asked(path)).toHaveLength(1);
      expect(await later(path, hour + minute)).toMatchObject({ outcome: 'read', texts: 1 });
      expect(site.asked(path)).toHaveLength(2);
    },
  );

  test('a site that fails is asked ever later, and soon again once it answers', async () => {
    site.answers.set('/broken', { status: 500 });
    const first = await register(site, '/broken', '/broken');
    expect(first).toMatchObject({ outcome: 'failed', reason: 'HTTP 500' });
    const second = await later('/broken', 40 * minute);
    const third = await later('/broken', 80 * minute);
    // A fifth more or less, so that many sites are not asked at once.
    for (const [look, pause] of [
      [first, 30],
      [second, 60],
      [third, 120],
    ] as const) {
      expect(waitOf(look)).toBeGreaterThanOrEqual(0.8 * pause * minute - 1_000);
      expect(waitOf(look)).toBeLessThanOrEqual(1.2 * pause * minute + 1_000);
    }
    site.answers.set('/broken', { body: road('11月24日夜间清扫主干道。') });
    const mended = await later('/broken', 3 * hour);
    expect(mended.outcome).toBe('read');
    expect(waitOf(mended)).toBeLessThanOrEqual(18 * minute + 1_000);
  });

  test('what robots.txt asks to leave alone is not asked for, and its keepers see why', async () => {
    shy.answers.set('/robots.txt', { body: 'User-agent: *\nDisallow: /inner/\n', type: 'text/plain' });
    shy.answers.set('/inner/feed', { body: road('11月24日夜间清扫主干道。') });
    const refused = await register(shy, '内部栏目', '/inner/feed');
    expect(refused).toMatchObject({ outcome: 'refused', texts: 0 });
    expect(refused.reason).toContain('robots.txt 不允许读取');
    expect([shy.asked('/robots.txt').length, shy.asked('/inner/feed').length]).toEqual([1, 0]);
  });
});
