import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { media, startCity, type City } from '../support/city.js';
import { CuttableLine } from '../support/cuttable-line.js';
import {
  aDraft,
  approved,
  approvedAgain,
  dismissConcerns,
  drafted,
  page as pageOf,
  paragraph,
  passReviews,
  published,
  untilAll,
} from '../support/release-way.js';
import { signedIn, signedInOnPhone, type DeskWindow } from './desk-window.js';
import { pick, press, tabTo, write } from './keyboard.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;
const everywhere = ['portal', 'weibo', 'wechat', 'email'];

inBrowser(`days at work in the console in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;
  let line: CuttableLine;
  let windows: DeskWindow[] = [];

  beforeAll(async () => {
    city = await startCity();
    line = await CuttableLine.to(city.address);
  });
  afterEach(async () => {
    const complaints = windows.flatMap((window) => window.complaints);
    for (const window of windows) await window.close();
    windows = [];
    // The gate refused once, and the browser logs every refusal.
    expect(complaints.filter((complaint) => !complaint.includes('status of 422'))).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await line.close();
    await city.close();
  });

  const sitDown = async (username: string, path: string): Promise<Page> => {
    const window = await signedIn(browser, city.address, username, 'koujing-demo');
    windows.push(window);
    await window.page.goto(`${city.address}${path}`);
    return window.page;
  };
  const onPhone = async (username: string, path: string): Promise<DeskWindow> => {
    const who = { browser, address: `${city.address}${path}`, username, password: 'koujing-demo' };
    const window = await signedInOnPhone(who);
    windows.push(window);
    return window;
  };

  test('a correction is begun, written and submitted by the keyboard alone, approved and published on phones, and reaches all four channels', async () => {
    const title = '关于12月6日管网检修停水的通知';
    const desk = await city.desk('water');
    const { id } = await published(
      desk,
      aDraft({
        ...{ organId: 'water', title, accountIds: everywhere, recipients: [...media] },
        blocks: [paragraph('12月6日8时起检修新桥街道供水管网，6日18时恢复供水，请提前储水。')],
      }),
    );
    await untilAll(desk.drafter, id, ['delivered', 'verified']);

    const drafter = await sitDown('water', `/releases/${id}/progress`);
    await press(drafter, drafter.getByRole('button', { name: '更正', exact: true }));
    const dialog = drafter.getByRole('dialog', { name: '更正' });
    for (const act of ['原地更正', '删除后重发', '另发更正']) await dialog.getByText(act).first().waitFor();
    await press(drafter, dialog.getByRole('button', { name: '开始更正' }));
    await dialog.getByText('请填写。').waitFor();
    await write(drafter, dialog.getByLabel('更正说明（公众可见）'), '补充抢修电话，原稿漏写。');
    await press(drafter, dialog.getByRole('button', { name: '开始更正' }));
    await tabTo(drafter, drafter.locator('#body'));
    await drafter.keyboard.press('Control+End');
    await drafter.keyboard.insertText('抢修电话见水务局网站。');
    await drafter.keyboard.press('Control+s');
    await heading(drafter, title).waitFor();
    await dismissConcerns(desk.drafter, id);
    await drafter.reload();
    await press(drafter, drafter.getByRole('button', { name: '提交送审' }));
    await drafter.getByRole('button', { name: '收回送审' }).waitFor();
    await passReviews(desk, (await pageOf(desk.drafter, id)).release);

    const { page: leader } = await onPhone('water-approver', `/approvals/${id}`);
    await leader.locator('.decision-bar').getByRole('button', { name: '同意', exact: true }).tap();
    await leader.getByRole('dialog').getByRole('button', { name: '确认同意' }).tap();
    await leader.waitForURL((url) => !url.pathname.endsWith(id));
    await leader.goto(`${city.address}/releases/${id}`);
    await leader.getByRole('button', { name: '立即发布' }).tap();

    await drafter.goto(`${city.address}/releases/${id}/progress`);
    await drafter.getByText('全部渠道已送达。').waitFor();
    await drafter.getByRole('region', { name: '更正与撤回' }).getByText('补充抢修电话，原稿漏写。').waitFor();
    const shown = await (await fetch(`${city.portalUrl}/r/${id}.html`)).text();
    for (const part of ['更正说明', '补充抢修电话', '抢修电话见水务局网站。']) expect(shown).toContain(part);
    const { posted } = city.sandbox;
    const standing = posted.weibo().filter(({ destroyedAt }) => destroyedAt === undefined);
    expect(standing.map(({ text }) => text.startsWith('【更正】'))).toEqual([true]);
    const articles = posted.wechatArticles().filter(({ deletedItems }) => deletedItems.length === 0);
    expect(articles.map(({ items }) => items[0]?.title)).toEqual([`【更正】${title}`]);
    const mails = posted.mails().filter(({ subject }) => subject.startsWith('【更正】'));
    expect(mails.flatMap(({ recipients }) => recipients).sort()).toEqual([...media].sort());
    expect(posted.doubles()).toEqual([]);
  });

  test('a line that is lost while it goes out is told as that; when it is back the results are there without a reload, and a newer console is announced', async () => {
    const title = '关于元旦假期学校安排的通知';
    const desk = await city.desk('education');
    const { id } = await approved(
      desk,
      aDraft({
        ...{ organId: 'education', title, accountIds: everywhere.slice(0, 3) },
        blocks: [paragraph('元旦期间校园不开放。')],
      }),
    );
    // Long enough for the line to be cut first; what the console says then may not come from before.
    city.sandbox.faults.add({
      channel: 'wechat',
      call: 'freepublish/submit',
      kind: 'latency',
      milliseconds: 8000,
    });
    const who = { browser, username: 'spokesperson', password: 'koujing-demo' };
    const { page, complaints, close } = await signedInOnPhone({
      ...who,
      address: `${line.url}releases/${id}`,
    });
    await page.getByRole('button', { name: '立即发布' }).tap();
    await page.getByRole('heading', { name: `发布进度：${title}` }).waitFor();
    await page.getByText(/^3 个渠道/u).waitFor();
    let loads = 0;
    page.on('load', () => (loads += 1));
    line.cut();
    await page.getByRole('status').getByText('发布仍在后台进行').waitFor();
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    expect(await page.getByText('全部渠道已送达。').count()).toBe(0);

    // Meanwhile the server was updated: its console begins with another script.
    await page.route(line.url, async (route) => {
      const answer = await route.fetch();
      const start = /(<script type="module"[^>]* src=")[^"]+/u;
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace(start, '$1/assets/newer.js'),
      });
    });
    line.mend();
    await page.getByText('全部渠道已送达。').waitFor();
    await page.getByRole('status').getByText('系统已更新，请刷新页面').waitFor();
    expect(await page.getByText('发布仍在后台进行').count()).toBe(0);
    expect(loads).toBe(0);
    expect(complaints.filter((complaint) => !complaint.includes('net::ERR_'))).toEqual([]);
    await close();
  });

  test('what contradicts another organ is found while it is typed, held at the gate, put to both organs from a phone, ruled on by the keyboard, and then goes out', async () => {
    const fire = '青桥区临江路仓库火灾';
    const told = (deaths: number) =>
      `11月22日14时20分许，青桥区临江路仓库发生火灾。截至11月22日18时，火灾造成${deaths}人死亡、5人受伤，明火已扑灭。`;
    const emergency = await city.desk('emergency');
    const first = aDraft({ organId: 'emergency', kind: 'emergency', title: `关于${fire}的情况通报` });
    await published(emergency, { ...first, blocks: [paragraph(told(1))] });

    const title = `${fire}周边交通管制的通报`;
    const desk = await city.desk('traffic-police');
    const draft = aDraft({ organId: 'traffic-police', kind: 'emergency', title });
    const { id } = await drafted(desk, { ...draft, blocks: [paragraph('临江路交通管制。')] });
    const drafter = await sitDown('traffic', `/releases/${id}/edit`);
    await tabTo(drafter, drafter.locator('#body'));
    await drafter.keyboard.press('Control+End');
    await drafter.keyboard.insertText(told(4));
    await drafter.locator('#body .fact-wrong', { hasText: '4人' }).waitFor();
    await drafter.keyboard.press('Control+s');
    await heading(drafter, title).waitFor();
    await approvedAgain(desk, id);

    const publisher = await sitDown('traffic-approver', `/releases/${id}`);
    await press(publisher, publisher.getByRole('button', { name: '立即发布' }));
    await publisher.getByRole('link', { name: '去看冲突' }).waitFor();
    expect((await pageOf(desk.drafter, id)).release.state).toBe('heldByGate');

    const { findings } = await pageOf(desk.drafter, id);
    const held = findings.find(({ severity }) => severity === 'block');
    const { page: phone } = await onPhone('coordinator', `/conflicts/${held?.id ?? ''}`);
    await phone.getByRole('button', { name: '召集协调' }).tap();
    const call = phone.getByRole('dialog', { name: '召集协调' });
    await call.getByLabel('协调说明').fill('请两家核对死亡人数。');
    await call.getByRole('button', { name: '召集协调' }).tap();
    await call.waitFor({ state: 'hidden' });
    const coordinator = await sitDown('coordinator', `/conflicts/${held?.id ?? ''}`);
    await press(coordinator, coordinator.getByRole('button', { name: '更多裁定' }));
    await pick(coordinator, coordinator.getByRole('menuitem', { name: '并存' }));
    const dialog = coordinator.getByRole('dialog', { name: '并存' });
    await write(coordinator, dialog.getByLabel('理由'), '两家口径已经核对。');
    await press(coordinator, dialog.getByRole('button', { name: '并存' }));
    for (const page of [coordinator, phone]) await page.getByRole('heading', { name: '裁定结果' }).waitFor();

    // Nobody reloads the page of who waits.
    await publisher.getByText('拦下此稿的冲突已有裁定，可以重新发布。').waitFor();
    await press(publisher, publisher.getByRole('button', { name: '立即发布' }));
    await publisher.getByText('全部渠道已送达。').waitFor();
  });

  test('on a phone what contradicts another organ is found while it is typed, shown in its place, held at the gate, ruled on and published, all by touch', async () => {
    const leak = '柳河区滨江大道燃气泄漏';
    const told = (deaths: number) =>
      `11月21日9时许，柳河区滨江大道发生燃气泄漏。截至11月21日12时，事故造成${deaths}人死亡、6人受伤，已停止泄漏。`;
    const emergency = await city.desk('emergency');
    const first = aDraft({ organId: 'emergency', kind: 'emergency', title: `关于${leak}的情况通报` });
    await published(emergency, { ...first, blocks: [paragraph(told(1))] });

    const title = `${leak}周边交通管制的通报`;
    const desk = await city.desk('traffic-police');
    const draft = aDraft({ organId: 'traffic-police', kind: 'emergency', title });
    const { id } = await drafted(desk, { ...draft, blocks: [paragraph('滨江大道交通管制。')] });
    const { page: drafter } = await onPhone('traffic', `/releases/${id}/edit`);
    await drafter.locator('#body').tap();
    await drafter.keyboard.press('Control+End');
    await drafter.keyboard.insertText(told(3));
    const live = drafter.getByRole('region', { name: '实时核对' });
    await live.getByRole('button', { name: '在文中查看' }).first().tap();
    const wrong = drafter.locator('#body .fact-wrong', { hasText: '3人' });
    await wrong.waitFor();
    expect(await isInSight(wrong)).toBe(true);
    expect(await live.locator('[aria-current=true]').count()).toBe(1);
    expect(await drafter.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await drafter.getByRole('button', { name: '保存', exact: true }).tap();
    await heading(drafter, title).waitFor();
    await approvedAgain(desk, id);

    const { page: publisher } = await onPhone('traffic-approver', `/releases/${id}`);
    await publisher.getByRole('button', { name: '立即发布' }).tap();
    await publisher.getByRole('link', { name: '去看冲突' }).waitFor();
    const { findings } = await pageOf(desk.drafter, id);
    const held = findings.find(({ severity }) => severity === 'block');
    const { page: coordinator } = await onPhone('coordinator', `/conflicts/${held?.id ?? ''}`);
    await coordinator.getByRole('button', { name: '更多裁定' }).tap();
    await coordinator.getByRole('menuitem', { name: '并存' }).tap();
    const dialog = coordinator.getByRole('dialog', { name: '并存' });
    await dialog.getByLabel('理由').fill('两家口径已经核对。');
    await dialog.getByRole('button', { name: '并存' }).tap();
    await coordinator.getByRole('heading', { name: '裁定结果' }).waitFor();

    await publisher.getByText('拦下此稿的冲突已有裁定，可以重新发布。').waitFor();
    await publisher.getByRole('button', { name: '立即发布' }).tap();
    await publisher.getByText('全部渠道已送达。').waitFor();
  });
});

const heading = (page: Page, title: string): Locator => page.getByRole('heading', { level: 1, name: title });

/** Within the window, not under its edge. */
const isInSight = async (place: Locator): Promise<boolean> => {
  const box = await place.boundingBox();
  const size = place.page().viewportSize();
  return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height;
};
