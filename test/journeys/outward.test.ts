import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type { FindingList, FindingView } from '../../libs/conflict/conflict.api.js';
import type { ForeignSourceList } from '../../libs/watch/foreign/foreign-source.api.js';
import type { ReleaseStanding } from '../../libs/release/release.api.js';
import type { ViolationList } from '../../libs/report/violation.api.js';
import { aSite, type Site } from '../support/a-site.js';
import { draftOf } from '../../apps/cli/draft-of-page.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Refusal, type Person } from '../support/person.js';
import {
  aDraft,
  approvedAgain,
  page,
  paragraph,
  published,
  untilAll,
  type Desk,
} from '../support/release-way.js';
import { lookedAtAgain } from '../support/looked-at-again.js';
import { registered, twoSitesThatSpeak } from '../support/two-sites.js';
import { until } from '../support/until.js';

describe('what the public gets, and what becomes of it', () => {
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  let city: City;
  let site: Site;
  let desk: Desk;
  let viewer: Person;
  let warningId: string;

  beforeAll(async () => {
    site = await aSite();
    city = await startCity({ clock, innerWatchHosts: [site.host] });
    desk = await city.desk('emergency');
    viewer = desk.drafter;
  });
  afterAll(async () => {
    await city.close();
    await site.close();
  });

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
    ({ id: warningId } = await published(desk, draft));
    await untilAll(desk.drafter, warningId, ['delivered', 'verified']);
    const path = `/cap/koujing-${warningId}-1.cap.xml`;
    const { type, text } = await until(
      () => portal(path),
      ({ status }) => status === 200,
    );
    expect(type).toBe('application/cap+xml; charset=utf-8');
    const said = [
      '<status>Exercise</status>',
      '<event>森林火险橙色预警</event>',
      '<severity>Severe</severity>',
    ];
    for (const part of said) expect(text).toContain(part);
    await until(
      async () => (await portal('/cap/index.atom')).text,
      (index) => index.includes(path),
    );
    expect((await portal(`/r/${warningId}.html`)).text).toContain(
      `<link rel="alternate" type="application/cap+xml" href="../cap/${warningId}.cap.xml"/>`,
    );
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

  test('its correction is another message that refers to the first, its withdrawal cancels what still stands', async () => {
    const refers = (text: string): readonly string[] =>
      (/<references>([^<]*)<\/references>/u.exec(text)?.[1] ?? '')
        .split(' ')
        .map((one) => one.split(',')[1] ?? '');
    const message = (number: number) =>
      until(
        () => portal(`/cap/koujing-${warningId}-${number}.cap.xml`),
        ({ status }) => status === 200,
      );
    const { release } = await page(desk.drafter, warningId);
    const opened = ok(
      await desk.drafter.post<ReleaseStanding>(`/releases/${warningId}/correction`, {
        ...{ expectedRevision: release.revision, note: '电话更正。' },
      }),
      'correct',
    );
    const blocks = [
      paragraph('11月23日至25日本市森林火险等级高。请市民不要携带火种进山，发现火情请拨打0000-12119。'),
    ];
    const draft = { ...draftOf(await page(desk.drafter, warningId)), blocks };
    const change = { expectedRevision: opened.revision, draft };
    ok(await desk.drafter.put(`/releases/${warningId}`, change), 'revise');
    await approvedAgain(desk, warningId);
    const { digest } = (await page(desk.publisher, warningId)).release;
    ok(await desk.publisher.post(`/releases/${warningId}/publish`, { digest }), 'publish');
    const update = (await message(2)).text;
    expect(update).toContain('<msgType>Update</msgType>');
    expect(refers(update)).toEqual([`koujing-${warningId}-1`]);
    ok(await desk.approver.post(`/releases/${warningId}/withdrawal`, { reason: '火险已降。' }), 'withdraw');
    const cancel = (await message(3)).text;
    expect(cancel).toContain('<msgType>Cancel</msgType>');
    // What stands now is written after the message itself.
    await until(
      () => portal(`/cap/${warningId}.cap.xml`),
      ({ text }) => text === cancel,
    );
    expect(refers(cancel)).toEqual([`koujing-${warningId}-1`, `koujing-${warningId}-2`]);
    expect((await portal(`/cap/koujing-${warningId}-1.cap.xml`)).text).toContain('<msgType>Alert</msgType>');
  });

  describe('what organs say on sites of their own', () => {
    let administrator: Person;
    let coordinator: Person;
    let id: string;
    const title = '滨河路供水管道抢修有关情况';
    const text = (hour: number) =>
      `11月23日6时，滨河路供水管道爆裂，影响约1.2万户，预计11月23日${hour}时恢复供水。`;
    const look = async (): Promise<ForeignSourceList> => {
      // Four sites at a tick, and what is done with one makes room for the next.
      await city.server.watch.poll.tick();
      await city.server.watch.poll.tick();
      await city.server.cases.compareHeard.tick();
      return ok(await administrator.get<ForeignSourceList>('/foreign-sources'), 'sources');
    };
    const later = async (): Promise<void> => {
      clock.travel(25 * minute);
      administrator = await city.signIn('administrator');
      coordinator = await city.signIn('coordinator');
      await look();
    };
    const findings = async () =>
      ok(await coordinator.get<FindingList>('/findings?state=open'), 'findings').items.filter(
        ({ releases }) => releases.some((release) => release.id === id),
      );

    beforeAll(async () => {
      const water = await city.desk('water');
      ({ id } = await published(water, aDraft({ organId: 'water', title, blocks: [paragraph(text(18))] })));
      administrator = await city.signIn('administrator');
      coordinator = await city.signIn('coordinator');
      site.answers.set('/feed', {
        body: site.feed(
          site.entry('1', title, text(22), 'Mon, 23 Nov 2026 08:30:00 +0800'),
          site.entry('2', '主干道保洁作业通告', '11月24日夜间清扫主干道。', '昨天下午'),
        ),
      });
      const elsewhere = `http://127.0.0.1:${new URL(city.portalUrl).port}/`;
      site.answers.set('/moved', { status: 302, location: elsewhere });
      for (const [name, path] of [
        ['市交通运输局网站', '/feed'],
        ['市交通运输局旧网站', '/moved'],
      ] as const)
        await registered(administrator, { organId: 'transport', name, url: `http://${site.host}${path}` });
    });

    test('a feed that contradicts what is out is a finding with both sentences, its source and its address, told at once', async () => {
      await look();
      const [finding] = (
        await until(findings, (found) => found.some(({ kind }) => kind === 'inconsistent'))
      ).filter(({ kind }) => kind === 'inconsistent');
      const view = ok(await coordinator.get<FindingView>(`/findings/${finding?.id}`), 'finding');
      expect(view.severity).toBe('block');
      expect(view.outside).toMatchObject({ site: '市交通运输局网站', url: `http://${site.host}/1` });
      const fact = view.facts.find(({ attribute }) => attribute === 'time');
      expect(fact?.a.text).toContain('预计11月23日22时恢复供水');
      expect(fact?.a.source).toBe(`市交通运输局网站，http://${site.host}/1`);
      expect(fact?.b.text).toContain('预计11月23日18时恢复供水');
      const paper = await coordinator.download(`/findings/${finding?.id}/report?format=pdf`);
      expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
      await until(
        async () => city.sandbox.posted.mails().map(({ subject }) => subject),
        (told) =>
          told.some((subject) => subject.startsWith('【待裁定】') && subject.includes('市交通运输局网站')),
      );
    });

    test('a date that cannot be read is told, and the text is heard with the moment at which it was found', async () => {
      const { items } = await look();
      const feed = items.find(({ name }) => name === '市交通运输局网站');
      expect(feed).toMatchObject({ outcome: 'read', texts: 2 });
      expect(feed?.newest.map(({ dateFault }) => dateFault)).toEqual(['unreadable', null]);
    });

    test('our own portal is no source outside', async () => {
      const administrator = await city.as('administrator');
      const { status, body } = await administrator.post<Refusal>('/foreign-sources', {
        ...{ organId: 'traffic-police', name: '门户', kind: 'feed', url: `${city.portalUrl}/feed.xml` },
      });
      expect([status, body.reasons.map(({ code }) => code)]).toEqual([
        422,
        expect.arrayContaining(['ownAddress']),
      ]);
    });

    test('a redirect to a private address is refused, and nothing behind it is read', async () => {
      const { items } = await look();
      const moved = items.find(({ name }) => name === '市交通运输局旧网站');
      expect(moved).toMatchObject({ outcome: 'refused', texts: 0 });
      expect(moved?.reason).toContain('内网');
    });

    twoSitesThatSpeak(() => ({ city, site, look, later, administrator, coordinator }));

    test('the finding closes itself when the site says the same', async () => {
      const feed = site.answers.get('/feed');
      site.answers.set('/feed', { body: (feed?.body ?? '').replace('23日22时', '23日18时') });
      await later();
      expect((await findings()).filter(({ kind }) => kind === 'inconsistent')).toEqual([]);
    });
  });

  lookedAtAgain(() => ({ city, weibo, travel, person: () => viewer }));

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
