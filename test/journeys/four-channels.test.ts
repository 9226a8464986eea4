import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FindingList, FindingView } from '../../libs/conflict/conflict.api.js';
import { currentTrace } from '@koujing/kernel';
import { media, startCity, type City } from '../support/city.js';
import type { ReleaseList } from '../../libs/release/release.api.js';
import type { Refusal } from '../support/person.js';
import { aDraft, approved, deliveries, paragraph, published, untilAll } from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('four channels under %s', (rules) => {
  let city: City;
  const lines: {
    readonly event: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly trace: string | null;
  }[] = [];
  const told = (event: string, fields: Readonly<Record<string, unknown>>): void => {
    lines.push({ event, fields, trace: currentTrace() });
  };
  const everyAccount = ['portal', 'weibo', 'wechat', 'email'];

  beforeAll(async () => {
    city = await startCity({ rules, log: { info: told, warn: told } });
  });

  afterAll(() => city.close());

  test('a draft that was reviewed and approved reaches portal, Weibo, WeChat and every media address (Art.2)', async () => {
    const desk = await city.desk('education');
    const { id } = await published(
      desk,
      aDraft({
        organId: 'education',
        title: '关于寒假时间安排的通知',
        accountIds: everyAccount,
        recipients: [...media],
      }),
    );
    const rows = await untilAll(desk.drafter, id, ['delivered', 'verified']);
    expect(rows).toHaveLength(3 + media.length);
    const listed = async (dispatch: string) =>
      (await desk.drafter.get<ReleaseList>(`/releases?dispatch=${dispatch}`)).body.items.map(
        (item) => item.id,
      );
    expect([await listed('sent'), await listed('none'), await listed('open')]).toEqual([[id], [], []]);

    const page = await fetch(`${city.portalUrl}/r/${id}.html`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<meta name="ArticleTitle" content="关于寒假时间安排的通知"');
    const posts = city.sandbox.posted.weibo();
    expect(posts).toHaveLength(1);
    expect(posts[0]?.text).toContain(`${city.portalUrl}/r/${id}.html`);
    const articles = city.sandbox.posted.wechatArticles();
    expect(articles[0]?.items[0]?.content_source_url).toContain(`/r/${id}.html`);
    // The press mail is headed by the title alone; notices to signers name it among other words.
    const mails = city.sandbox.posted.mails().filter(({ subject }) => subject === '关于寒假时间安排的通知');
    expect(mails.flatMap(({ recipients }) => recipients).sort()).toEqual([...media].sort());
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(media.length);
    expect(city.sandbox.posted.doubles()).toEqual([]);

    // One id from the click to every call.
    const click = lines.find(({ fields }) => fields['route'] === '/api/releases/:id/publish');
    expect(click).toMatchObject({ event: 'request.done', fields: { method: 'POST', status: 200 } });
    expect(new Set(rows.map(({ trace }) => trace))).toEqual(new Set([click?.trace]));
    const calls = lines.filter(({ event, fields }) => event === 'dispatch.tried' && fields['release'] === id);
    expect(new Set(calls.map(({ trace }) => trace))).toEqual(new Set([click?.trace]));
    expect(new Set(calls.map(({ fields }) => fields['channel']))).toEqual(new Set(everyAccount));
  });

  test('a contradicting death toll of a second organ is held at the gate with both sentences, and its coordinator is mailed', async () => {
    const emergency = await city.desk('emergency');
    const body = (deaths: number) =>
      `11月20日5时40分许，位于东港区的滨海化工园区三号车间发生爆燃。截至11月20日8时，事故造成${deaths}人死亡、6人受伤。受伤人员已送医救治。`;
    const first = await published(
      emergency,
      aDraft({
        organId: 'emergency',
        kind: 'emergency',
        title: '关于滨海化工园区三号车间爆燃事故的情况通报',
        blocks: [paragraph(body(2))],
      }),
    );
    await untilAll(emergency.drafter, first.id, ['delivered']);

    const traffic = await city.desk('traffic-police');
    const second = await approved(
      traffic,
      aDraft({
        organId: 'traffic-police',
        kind: 'emergency',
        title: '滨海化工园区三号车间爆燃事故通报',
        blocks: [paragraph(body(3))],
      }),
    );
    const { status, body: refusal } = await traffic.publisher.post<Refusal>(
      `/releases/${second.id}/publish`,
      {
        digest: second.digest,
      },
    );
    expect(status).toBe(422);
    expect(refusal.reasons.length).toBeGreaterThan(0);
    expect(await deliveries(traffic.drafter, second.id)).toEqual([]);

    const coordinator = await city.as('coordinator');
    const { body: list } = await coordinator.get<FindingList>('/findings?kind=inconsistent');
    const found = list.items.find((finding) => finding.releases.some((release) => release.id === second.id));
    expect(found?.severity).toBe('block');
    const { body: finding } = await coordinator.get<FindingView>(`/findings/${found?.id}`);
    const toll = finding.facts.find((fact) => fact.attribute === 'deaths');
    const sentences = [toll?.a.text, toll?.b.text].join('｜');
    expect(sentences).toContain('2人死亡');
    expect(sentences).toContain('3人死亡');

    const report = await untilMailed(city, 'coordinator@');
    expect(report.text).toContain('2人死亡');
    expect(report.text).toContain('3人死亡');

    const ruling = { ruling: 'letStand', reason: '两家数字口径已核对，按此并存发布。' };
    for (const item of (await coordinator.get<FindingList>('/findings?state=open')).body.items)
      await coordinator.post(`/findings/${item.id}/ruling`, ruling);
    const again = await traffic.publisher.post(`/releases/${second.id}/publish`, { digest: second.digest });
    expect(again.status).toBe(200);
  });

  test('a second organ releasing on the same matter is flagged multi-headed', async () => {
    const education = await city.desk('education');
    const text = (organ: string) =>
      `${organ}发布：滨海市下半年公开招聘中小学教师320名，12月7日9时至12月11日17时网上报名，12月27日笔试，岗位条件见公告附件。`;
    const first = await published(
      education,
      aDraft({
        organId: 'education',
        title: '滨海市下半年公开招聘中小学教师公告',
        blocks: [paragraph(text('市教育局'))],
      }),
    );
    await untilAll(education.drafter, first.id, ['delivered']);
    const water = await city.desk('water');
    const second = await approved(
      water,
      aDraft({
        organId: 'water',
        title: '滨海市下半年中小学教师公开招聘启动报名',
        blocks: [paragraph(text('本局'))],
      }),
    );
    const coordinator = await city.as('coordinator');
    const { body } = await coordinator.get<FindingList>('/findings');
    const kinds = body.items
      .filter((finding) => finding.releases.some((release) => release.id === second.id))
      .map((finding) => finding.kind);
    expect(kinds.some((kind) => kind === 'multiHeaded' || kind === 'duplicate')).toBe(true);
  });

  const untilMailed = async (where: City, to: string): Promise<{ text: string }> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const mail = where.sandbox.posted
        .mails()
        .find(({ recipients }) => recipients.some((each) => each.startsWith(to)));
      if (mail !== undefined) return mail;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no mail to ${to}`);
  };
});
