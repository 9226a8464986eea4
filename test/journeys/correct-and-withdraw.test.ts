import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrations } from '../../libs/database/migrations/index.js';
import type { AmendmentList, AmendmentPlanView } from '../../libs/dispatch/amendment.api.js';
import type { ReleaseStanding } from '../../libs/release/release.api.js';
import { draftOf } from '../../apps/cli/draft-of-page.js';
import { startCity, type City } from '../support/city.js';
import type { Refusal } from '../support/person.js';
import {
  aDraft,
  approvedAgain,
  deliveries,
  page,
  paragraph,
  published,
  untilAll,
  type Desk,
} from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('correction and withdrawal under %s', (rules) => {
  let city: City;
  let desk: Desk;
  let releaseId: string;
  let guid: string;
  const everyAccount = ['portal', 'weibo', 'wechat', 'email'];
  const recipients = ['desk@daily.example', 'refused@daily.example', 'city@evening.example'];
  const title = '关于12月6日管网检修停水的通知';
  const settled = ['delivered', 'verified', 'corrected', 'withdrawn', 'rejected', 'abandoned'];

  beforeAll(async () => {
    city = await startCity({ rules });
    desk = await city.desk('water');
  }, 300_000);
  afterAll(() => city.close());

  const portal = async (path: string) => {
    const answer = await fetch(`${city.portalUrl}${path}`);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const guidOf = (feed: string): string =>
    /<item>(?:(?!<\/item>).)*关于12月6日管网检修停水的通知.*?<guid[^>]*>([^<]+)<\/guid>/su.exec(feed)?.[1] ??
    '';
  const mailsWith = (mark: string) =>
    city.sandbox.posted
      .mails()
      .filter(({ subject }) => subject.startsWith(mark) && subject.includes('管网检修'));
  const standingArticles = () =>
    city.sandbox.posted
      .wechatArticles()
      .filter(
        ({ items, deletedItems }) =>
          deletedItems.length === 0 && items.some((item) => item.title.includes('管网检修')),
      );
  const standingPosts = () =>
    city.sandbox.posted
      .weibo()
      .filter(({ text, destroyedAt }) => destroyedAt === undefined && text.includes('管网检修'));

  test('a release on four channels, with one address that does not exist', async () => {
    const address = 'refused@daily.example';
    city.sandbox.faults.add({
      channel: 'smtp',
      call: 'RCPT',
      kind: 'error',
      code: 550,
      times: 'always',
      match: address,
    });
    const draft = aDraft({
      organId: 'water',
      title,
      blocks: [paragraph('12月6日8时起检修新桥街道供水管网，6日18时恢复供水，请提前储水。')],
      accountIds: everyAccount,
      recipients,
    });
    releaseId = (await published(desk, draft)).id;
    const rows = await untilAll(desk.drafter, releaseId, settled, 240_000);
    expect(rows.filter(({ state }) => state === 'rejected').map(({ recipient }) => recipient)).toEqual([
      'refused@daily.example',
    ]);
    guid = guidOf((await portal('/feed.xml')).text);
    expect(guid).not.toBe('');
  }, 300_000);

  test('while its correction is drafted the public and other organs go on seeing what is out', async () => {
    const { release } = await page(desk.drafter, releaseId);
    const opened = await desk.drafter.post<ReleaseStanding>(`/releases/${releaseId}/correction`, {
      expectedRevision: release.revision,
      note: '恢复供水时间应为7日6时，原稿误为6日18时。',
    });
    expect(opened.status).toBe(200);
    const draft = draftOf(await page(desk.drafter, releaseId));
    const revised = await desk.drafter.put<ReleaseStanding>(`/releases/${releaseId}`, {
      expectedRevision: opened.body.revision,
      draft: {
        ...draft,
        blocks: [paragraph('12月6日8时起检修新桥街道供水管网，7日6时恢复供水，请提前储水。')],
      },
    });
    expect(revised.body).toMatchObject({ state: 'draft' });
    expect((await portal(`/r/${releaseId}.html`)).text).toContain('6日18时恢复供水');
    const other = await page((await city.desk('education')).drafter, releaseId);
    expect(other.content.version).toBe(1);
    expect(other.versions.map(({ version }) => version)).toEqual([1]);
    expect(JSON.stringify(other.content.blocks)).toContain('6日18时');
  });

  test('a correction may not leave out a channel that shows the mistake, nor drop its note', async () => {
    const now = await page(desk.drafter, releaseId);
    const refused = await desk.drafter.put<Refusal>(`/releases/${releaseId}`, {
      expectedRevision: now.release.revision,
      draft: { ...draftOf(now), accountIds: ['portal'], kind: 'warning' },
    });
    expect(refused.body.reasons.map(({ code }) => code)).toEqual([
      'fixedSinceRelease',
      'channelLeftOut',
      'channelLeftOut',
      'channelLeftOut',
    ]);
  });

  test('it passes the same gates, and nobody who wrote it signs it', async () => {
    const { actions } = await page(desk.drafter, releaseId);
    expect(actions.publish.reasons.map(({ code }) => code)).toContain('approvalMissing');
    const plan = await desk.drafter.get<AmendmentPlanView>(
      `/releases/${releaseId}/amendment-plan?kind=correct`,
    );
    expect(plan.body.items.map(({ channel, act, count }) => [channel, act, count]).sort()).toEqual([
      ['email', 'followUp', 2],
      ['portal', 'correct', 1],
      ['wechat', 'replace', 1],
      ['weibo', 'replace', 1],
    ]);
    await approvedAgain(desk, releaseId);
    const { digest } = (await page(desk.publisher, releaseId)).release;
    const out = await desk.publisher.post(`/releases/${releaseId}/publish`, { digest });
    expect(out.status).toBe(200);
  });

  test('the page shows its correction note, the article and the post are superseded, and exactly those who got the mail get the correction', async () => {
    await untilAll(desk.drafter, releaseId, settled, 240_000);
    const shown = await portal(`/r/${releaseId}.html`);
    expect(shown.status).toBe(200);
    for (const part of ['更正说明', '原稿误为6日18时', '7日6时恢复供水', '现为第'])
      expect(shown.text).toContain(part);
    const feed = (await portal('/feed.xml')).text;
    expect(guidOf(feed)).toBe(guid);
    expect((await portal('/index.html')).text).toContain('（已更正）');

    expect(standingPosts().map(({ text }) => text.startsWith('【更正】'))).toEqual([true]);
    const [article, ...others] = standingArticles();
    expect(others).toEqual([]);
    expect(article?.items[0]?.title).toBe(`【更正】${title}`);
    expect(article?.items[0]?.content).toContain('更正说明');
    expect(
      mailsWith('【更正】')
        .flatMap((mail) => mail.recipients)
        .sort(),
    ).toEqual(['city@evening.example', 'desk@daily.example']);
    const standing = await page(desk.drafter, releaseId);
    expect(standing.release).toMatchObject({ state: 'released' });
    expect(standing.release.releasedVersion).toBe(standing.release.version);
    expect(city.sandbox.posted.doubles()).toEqual([]);
  }, 300_000);

  test('a withdrawal needs authority, tells what it will do, and leaves a tombstone behind', async () => {
    const refused = await desk.drafter.post<Refusal>(`/releases/${releaseId}/withdrawal`, {
      reason: '内容有误',
    });
    expect(refused.status).toBe(403);
    const plan = await desk.approver.get<AmendmentPlanView>(
      `/releases/${releaseId}/amendment-plan?kind=withdraw`,
    );
    expect(plan.body.items.map(({ channel, act, count }) => [channel, act, count]).sort()).toEqual([
      ['email', 'recall', 2],
      ['portal', 'withdraw', 1],
      ['wechat', 'withdraw', 1],
      ['weibo', 'withdraw', 1],
    ]);
    expect(plan.body.items.find(({ channel }) => channel === 'email')?.notice?.parts['subject']).toBe(
      `【撤稿】${title}`,
    );
    expect((await portal('/sitemap/1.xml')).text).toContain(`/r/${releaseId}.html</loc>`);
    const withdrawn = await desk.approver.post(`/releases/${releaseId}/withdrawal`, {
      reason: '检修取消，通知作废。',
    });
    expect(withdrawn.status).toBe(200);
    await untilAll(desk.drafter, releaseId, settled, 240_000);

    const gone = await portal(`/r/${releaseId}.html`);
    expect(gone.status).toBe(410);
    expect(gone.headers.get('x-robots-tag')).toBe('noindex');
    expect(gone.text).toContain('本页内容已撤回');
    expect(gone.text).not.toContain('管网检修');
    for (const path of ['/index.html', '/feed.xml', '/c/notices.html', '/c/notices.xml', '/sitemap/1.xml'])
      expect([path, (await portal(path)).text.includes(releaseId)]).toEqual([path, false]);
    expect([standingPosts(), standingArticles()]).toEqual([[], []]);
    expect(
      mailsWith('【撤稿】')
        .flatMap((mail) => mail.recipients)
        .sort(),
    ).toEqual(['city@evening.example', 'desk@daily.example']);
    expect(
      city.sandbox.posted.mails().some(({ recipients: to }) => to.includes('refused@daily.example')),
    ).toBe(false);
  }, 300_000);

  test('what was withdrawn before the site kept a list of it is listed by the upgrade', async () => {
    const { queries } = city.database;
    const listed = () =>
      queries.selectFrom('withdrawn_page').select(['account_id', 'release_id', 'version']).execute();
    const before = await listed();
    expect(before).toMatchObject([{ release_id: releaseId }]);
    await queries.deleteFrom('withdrawn_page').execute();
    await migrations['0123-earlier-withdrawals']?.up(queries);
    expect(await listed()).toEqual(before);
  });

  test('the record keeps who ordered what, and another release is no longer compared with what was withdrawn', async () => {
    const { body } = await desk.approver.get<AmendmentList>(`/releases/${releaseId}/amendments`);
    expect(body.items.map(({ kind, waits }) => [kind, waits])).toEqual([
      ['withdraw', false],
      ['correct', false],
    ]);
    const { timeline, release, stages } = await page(desk.approver, releaseId);
    expect(release.state).toBe('withdrawn');
    expect(stages.find(({ stage }) => stage === 'release')?.state).toBe('done');
    const actions = timeline.map(({ action }) => action);
    for (const action of [
      'release.publish',
      'release.openCorrection',
      'release.correct',
      'release.withdrawPublished',
    ])
      expect(actions).toContain(action);
    expect((await deliveries(desk.drafter, releaseId)).length).toBeGreaterThan(8);
    const again = await desk.approver.post<Refusal>(`/releases/${releaseId}/withdrawal`, {
      reason: '再撤一次',
    });
    expect(again.body.reasons.map(({ code }) => code)).toEqual(['notOut']);
    const stranger = (await city.desk('education')).drafter;
    expect((await stranger.get(`/releases/${releaseId}`)).status).toBe(404);
  });
});
