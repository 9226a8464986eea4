import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { media, startCity, type City } from '../support/city.js';
import { aDraft, approved, paragraph, published, reviewed, untilAll } from '../support/release-way.js';
import { signedIn, type DeskWindow } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);

/** A machine on which no browser starts is told so in the title, and reported as skipped. */
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`the console in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;
  let windows: DeskWindow[] = [];

  beforeAll(async () => {
    city = await startCity();
  });

  afterEach(async () => {
    const complaints = windows.flatMap((window) => window.complaints);
    for (const window of windows) await window.close();
    windows = [];
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  const sitDown = async (username: string): Promise<Page> => {
    const window = await signedIn(browser, city.address, username, 'koujing-demo');
    windows.push(window);
    return window.page;
  };

  test('the leader approves, the spokesperson publishes with one click, and four receipts come in by themselves', async () => {
    const title = '关于元旦假期学校安排的通知';
    const accountIds = ['portal', 'weibo', 'wechat', 'email'];
    const draft = aDraft({ organId: 'education', title, accountIds, recipients: [...media] });
    await reviewed(await city.desk('education'), draft);

    const leader = await sitDown('approver');
    await openRelease(leader, title);
    await leader.getByRole('button', { name: '审批同意' }).click();
    const decision = leader.getByRole('dialog', { name: '审批同意' });
    await decision.getByRole('button', { name: '审批同意' }).click();
    await decision.waitFor({ state: 'hidden' });
    await stage(leader, '审批').getByText('已完成').waitFor();

    const spokesperson = await sitDown('spokesperson');
    await openRelease(spokesperson, title);
    await spokesperson.getByRole('button', { name: '立即发布' }).click();
    await spokesperson.getByRole('heading', { name: `发布进度：${title}` }).waitFor();
    const loads = countLoads(spokesperson);
    for (const channel of ['门户网站', '微博', '微信公众号'])
      await row(spokesperson, channel)
        .getByText(/已送达/u)
        .waitFor();
    const mails = row(spokesperson, '媒体邮件');
    await mails.getByText(`已送达 ${media.length} / ${media.length} 家媒体`).waitFor();
    await spokesperson.getByText('全部渠道已送达。').waitFor();
    // Said once: the count of channels stands only where some are not there yet.
    expect(await spokesperson.getByText(/个渠道，/u).count()).toBe(0);
    expect(loads()).toBe(0);
    for (const channel of ['微博', '微信公众号'])
      expect(await original(row(spokesperson, channel)).getAttribute('href')).toMatch(/^https?:/u);

    const opened = spokesperson.waitForEvent('popup');
    await original(row(spokesperson, '门户网站')).click();
    const portalPage = await opened;
    await portalPage.getByRole('heading', { name: title }).waitFor();
    expect(portalPage.url().startsWith(city.portalUrl)).toBe(true);
    expect(city.sandbox.posted.doubles()).toEqual([]);
  });

  test('the coordinator opens a conflict and reads both sentences side by side, the disagreeing words marked', async () => {
    await contradictingReleases(city);
    const coordinator = await sitDown('coordinator');
    await coordinator.getByRole('link', { name: '口径冲突' }).first().click();
    await coordinator
      .getByRole('link', { name: /临江路仓库火灾/u })
      .first()
      .click();
    await coordinator.getByRole('heading', { level: 1, name: /临江路仓库火灾/u }).waitFor();
    await coordinator.getByRole('link', { name: '信息不一致', exact: true }).first().click();

    const texts = coordinator.getByRole('region', { name: '稿件原文' });
    const [first, second] = [texts.getByRole('article').nth(0), texts.getByRole('article').nth(1)];
    for (const text of [first, second]) await text.waitFor();
    const sentences = [await first.innerText(), await second.innerText()].join('\n');
    expect(sentences).toContain('造成1');
    expect(sentences).toContain('造成4');
    const marks = await texts.locator('mark').allInnerTexts();
    expect(marks.some((mark) => mark.includes('1'))).toBe(true);
    expect(marks.some((mark) => mark.includes('4'))).toBe(true);
    for (const text of [first, second]) expect(await text.locator('mark').count()).toBeGreaterThan(0);

    const [left, right] = [await first.boundingBox(), await second.boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  });
});

const openRelease = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: '发布稿' }).first().click();
  await page.getByRole('heading', { level: 1, name: '发布稿' }).waitFor();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};

const stage = (page: Page, name: string): Locator =>
  page
    .getByRole('region', { name: '办理进度' })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

const row = (page: Page, channel: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: channel, exact: true }) });

const original = (channel: Locator): Locator => channel.getByRole('link', { name: '看原文' });

/** How often the page was loaded anew since. */
const countLoads = (page: Page): (() => number) => {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
};

/** One release is out; another organ's, with another death toll, is held at the gate. */
const contradictingReleases = async (city: City): Promise<void> => {
  const draft = (organId: string, title: string, deaths: number) =>
    aDraft({
      organId,
      kind: 'emergency',
      title,
      blocks: [
        paragraph(
          `11月22日14时20分许，青桥区临江路仓库发生火灾。截至11月22日18时，火灾造成${deaths}人死亡、5人受伤，明火已扑灭。`,
        ),
      ],
    });
  const emergency = await city.desk('emergency');
  const first = await published(emergency, draft('emergency', '关于青桥区临江路仓库火灾的情况通报', 1));
  await untilAll(emergency.drafter, first.id, ['delivered', 'verified']);
  const traffic = await city.desk('traffic-police');
  const second = await approved(traffic, draft('traffic-police', '青桥区临江路仓库火灾情况通报', 4));
  const { status } = await traffic.publisher.post(`/releases/${second.id}/publish`, {
    digest: second.digest,
  });
  expect(status).toBe(422);
};
