import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { media, startCity, type City } from '../support/city.js';
import { aDraft, approved, paragraph, published, untilAll, type Desk } from '../support/release-way.js';
import { signedIn, signedInOnPhone, type DeskWindow } from './desk-window.js';
import { pick, press, write } from './keyboard.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`what does not go out by itself, in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  const title = '关于校园开放日交通安排的通知';
  const [doubted = ''] = media;
  let city: City;
  let desk: Desk;
  let id: string;
  let windows: DeskWindow[] = [];

  beforeAll(async () => {
    city = await startCity();
    desk = await city.desk('education');
    const accountIds = ['portal', 'weibo', 'email'];
    const draft = aDraft({ organId: 'education', title, accountIds, recipients: [...media] });
    ({ id } = await approved(desk, draft));
    const refusal = { kind: 'error', code: 10017, text: 'text not find domain!' } as const;
    city.sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', ...refusal });
    // The server has the mail and the line breaks: nobody but a person can find out.
    city.sandbox.faults.add({ channel: 'smtp', call: 'dot', kind: 'resetAfterCommit', match: doubted });
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

  const sitDown = async (username: string, path: string): Promise<Page> => {
    const window = await signedIn(browser, city.address, username, 'koujing-demo');
    windows.push(window);
    await window.page.goto(`${city.address}${path}`);
    return window.page;
  };
  /** As a reader of English would: through the menu of their name. */
  const inEnglish = async (page: Page, name: string): Promise<void> => {
    await press(page, page.getByRole('button', { name }));
    await pick(page, page.getByRole('menuitem', { name: 'English' }));
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  };

  test('part is out and part is not: the course of each channel says why in words, one channel alone is tried again, and a doubt is settled by a person', async () => {
    const page = await sitDown('spokesperson', `/releases/${id}`);
    await page.getByRole('button', { name: '立即发布' }).click();
    await page.getByText('部分渠道已发出，其余渠道需要处理').waitFor();

    const weibo = row(page, '微博');
    await weibo.getByText('失败').first().waitFor();
    const course = weibo.getByRole('list', { name: '微博的发送经过' });
    await course.getByText('平台拒绝').waitFor();
    await course.getByText('内容不合平台要求，须修改稿件').waitFor();
    await course.getByText('平台代码 10017').waitFor();
    await weibo.getByRole('button', { name: '只重试微博' }).click();
    await weibo.getByText('已送达').first().waitFor();
    await course.getByText('重新发送').waitFor();
    const receipt = course.getByRole('link', { name: '看原文' });
    expect(await receipt.getAttribute('href')).toMatch(/^https?:/u);
    expect(await course.getByRole('listitem').count()).toBeGreaterThan(2);

    const mail = row(page, '媒体邮件').getByRole('listitem').filter({ hasText: doubted });
    await mail.getByText('需要人工核实').waitFor();
    await mail.getByText('发送经过', { exact: false }).click();
    const tried = mail.getByRole('list', { name: `${doubted}的发送经过` });
    await tried.getByText('结果不明').first().waitFor();
    await mail.getByRole('button', { name: '判断结果' }).click();
    const dialog = page.getByRole('dialog', { name: /人工核实结果/u });
    await dialog.getByRole('radio', { name: /已经发出/u }).check();
    await dialog.getByLabel('依据').fill('已电话核实，对方收到。');
    await dialog.getByRole('button', { name: /确\s*定/u }).click();
    await dialog.waitFor({ state: 'hidden' });
    await tried.getByText('认定为：已送达').waitFor();
    await tried.getByText('已电话核实，对方收到。').waitFor();
    await page.getByText('全部渠道已送达。').waitFor();
    expect(city.sandbox.posted.doubles()).toEqual([]);
  });

  test('on a phone the course of a channel opens with a tap, with its receipt and what was read back, no wider than the window', async () => {
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    const path = `/releases/${id}/progress`;
    const who = { browser, address: `${city.address}${path}`, username: 'drafter', password: 'koujing-demo' };
    const window = await signedInOnPhone(who);
    windows.push(window);
    const portal = row(window.page, '门户网站');
    await portal.getByText('发送经过', { exact: false }).tap();
    const course = portal.getByRole('list', { name: '门户网站的发送经过' });
    await course.getByText('公开页面核对').waitFor();
    await course.getByText(/^回执 /u).waitFor();
    expect(await window.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  test('in English, by the keyboard: what is out is taken back, and every channel says so', async () => {
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    const page = await sitDown('approver', `/releases/${id}/progress`);
    await inEnglish(page, '我的账号');
    await page.getByRole('heading', { level: 1, name: `Dispatch: ${title}` }).waitFor();
    await press(page, page.getByRole('button', { name: 'Withdrawal', exact: true }));
    const dialog = page.getByRole('dialog', { name: 'Withdraw what is out' });
    await write(page, dialog.getByLabel('Reason (kept inside)'), '活动取消。');
    await press(page, dialog.getByRole('button', { name: 'Withdraw', exact: true }));
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Taken back on every channel; whoever had the mail has the recall.').waitFor();
    await row(page, 'Weibo').getByText('Withdrawn').first().waitFor();
    await untilAll(desk.drafter, id, ['delivered', 'verified', 'withdrawn', 'superseded']);
    const standing = city.sandbox.posted.weibo().filter(({ destroyedAt }) => destroyedAt === undefined);
    expect(standing).toEqual([]);
  });

  test('J and Enter lead from the board to a conflict, and it is forwarded to the organs that are chosen', async () => {
    const told = (deaths: number) =>
      paragraph(
        `11月20日5时40分许，滨海化工园区二号车间发生爆燃。截至11月20日8时，事故造成${deaths}人死亡、6人受伤。`,
      );
    const heading = '滨海化工园区二号车间爆燃事故';
    const emergency = aDraft({ organId: 'emergency', kind: 'emergency', title: `关于${heading}的情况通报` });
    await published(await city.desk('emergency'), { ...emergency, blocks: [told(2)] });
    const traffic = aDraft({ organId: 'traffic-police', kind: 'emergency', title: `${heading}通报` });
    const second = await city.desk('traffic-police');
    const { id: held, digest } = await approved(second, { ...traffic, blocks: [told(3)] });
    await second.publisher.post(`/releases/${held}/publish`, { digest });

    const page = await sitDown('coordinator', '/conflicts');
    await page.locator('a.title-link').first().waitFor();
    await page.keyboard.press('j');
    expect(await page.locator('a.title-link:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(heading, 'u') }).waitFor();
    await page.getByRole('button', { name: '转办', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '转办' });
    expect(await dialog.getByRole('button', { name: '转办' }).isDisabled()).toBe(true);
    await dialog.getByRole('combobox').fill('卫生');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await dialog.getByLabel('转办意见').fill('请协助核对伤亡人数。');
    const mailsBefore = city.sandbox.posted.mails().length;
    await dialog.getByRole('button', { name: '转办' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const deadline = performance.now() + 20_000;
    while (
      !city.sandbox.posted
        .mails()
        .slice(mailsBefore)
        .some(({ text }) => text.includes('请协助核对伤亡人数'))
    )
      if (performance.now() > deadline) throw new Error('nobody was told');
      else await new Promise((resolve) => setTimeout(resolve, 100));
  });
});

const row = (page: Page, channel: string): Locator =>
  page.locator('li.channel-row').filter({ has: page.getByRole('heading', { name: channel, exact: true }) });
