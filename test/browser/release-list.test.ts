import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { civilTime } from '@koujing/kernel';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import {
  aDraft,
  dismissConcerns,
  drafted,
  page as pageOf,
  reviewed,
  type Desk,
} from '../support/release-way.js';
import { signedIn, type DeskWindow } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

const hourMs = 3_600_000;
/** One more than a field lists at once. */
const matters = 51;

inBrowser(`the list of releases in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  const titles = ['关于校园开放日的通知', '关于课后服务安排的通知', '关于研学活动的通知'] as const;
  let city: City;
  let desk: Desk;
  let window: DeskWindow | null = null;
  /** The newest first, as the list has them. */
  const ids: string[] = [];

  beforeAll(async () => {
    city = await startCity();
    desk = await city.desk('education');
    for (const [at, title] of titles.entries()) {
      const accountIds = at === 0 ? [] : ['portal'];
      const { id } = await drafted(desk, aDraft({ organId: 'education', title, accountIds }));
      await dismissConcerns(desk.drafter, id);
      ids.unshift(id);
    }
    const coordinator = await city.as('coordinator');
    for (let count = 1; count <= matters; count += 1) {
      const matter = { title: `教育事项第${count}号`, kind: 'routine', ownerOrganId: 'education' };
      expect(await coordinator.post('/matters', matter)).toMatchObject({ status: 201 });
    }
  });
  afterEach(async () => {
    const complaints = window?.complaints ?? [];
    await window?.close();
    window = null;
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  const list = async (username: string, search = ''): Promise<Page> => {
    await window?.close();
    window = await signedIn(browser, city.address, username, 'koujing-demo');
    await window.page.goto(`${city.address}/releases${search}`);
    await window.page.locator('a.title-link').first().waitFor();
    return window.page;
  };
  const box = (page: Page, title: string) => page.getByRole('checkbox', { name: `选择《${title}》` });
  const focused = (page: Page) => page.locator('a.title-link:focus').textContent();
  const stateOf = async (id: string) => (await pageOf(desk.drafter, id)).release.state;

  test('J and K go from row to row, X and Shift choose, and what is done to many is told of each and taken back', async () => {
    const page = await list('drafter');
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    expect(await focused(page)).toBe(titles[2]);
    await page.keyboard.press('x');
    const bar = page.getByRole('toolbar', { name: '批量操作' });
    await bar.getByText('已选 1 篇').waitFor();
    await box(page, titles[2]).uncheck();
    await box(page, titles[2]).check();
    await box(page, titles[0]).click({ modifiers: ['Shift'] });
    await bar.getByText('已选 3 篇').waitFor();
    await bar.getByRole('button', { name: '提交送审' }).click();
    const dialog = page.getByRole('dialog', { name: '提交送审' });
    await dialog.getByText('将办理 2 篇').waitFor();
    await dialog.getByText('不能办理 1 篇').waitFor();
    await dialog.getByText('尚未选择发布渠道。').waitFor();
    expect(await stateOf(ids[0] ?? '')).toBe('draft');
    await dialog.getByRole('button', { name: '提交送审 2 篇' }).click();
    await dialog.getByText('已提交送审 2 篇').waitFor();
    expect(await Promise.all(ids.map(stateOf))).toEqual(['submitted', 'submitted', 'draft']);
    await dialog.getByRole('button', { name: '撤销这 2 篇' }).click();
    await dialog.getByText('已收回送审 2 篇').waitFor();
    expect(await Promise.all(ids.map(stateOf))).toEqual(['draft', 'draft', 'draft']);
    await dialog.getByRole('button', { name: /完\s*成/u }).click();

    // A field that lists not all says so, and the server finds the rest.
    await bar.getByRole('button', { name: '关联事项' }).click();
    const assign = page.getByRole('dialog', { name: '关联事项' });
    await assign.getByRole('combobox').click();
    await page.getByText('另有 1 项没有列出').waitFor();
    await assign.getByRole('combobox').fill('第1号');
    await page.getByTitle('教育事项第1号（市教育局）').click();
    await assign.getByText('将办理 3 篇').waitFor();
    await assign.getByRole('button', { name: /取\s*消/u }).click();
    await assign.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: titles[1] }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: titles[1], level: 1 }).waitFor();
  });

  test('filters lie in the address, a view of them follows the person to another machine, and one may come first', async () => {
    const page = await list('drafter');
    await page.getByRole('combobox', { name: '时限' }).click();
    await page.getByTitle('没有时限').click();
    await page.waitForURL(/clock=none/u);
    await page.getByRole('button', { name: '存为视图' }).click();
    const keep = page.getByRole('dialog', { name: '存为视图' });
    await keep.getByRole('textbox').fill('没有时限的稿子');
    await keep.getByRole('button', { name: /保\s*存/u }).click();
    await page.getByRole('button', { name: '管理视图' }).click();
    await page.getByRole('button', { name: '没有时限的稿子 · 设为首选' }).click();
    await page.getByRole('button', { name: '没有时限的稿子 · 首选' }).waitFor();

    const elsewhere = await list('drafter');
    await elsewhere.waitForURL(/clock=none/u);
    const views = elsewhere.getByRole('navigation', { name: '视图' });
    expect(await views.locator('[aria-current=page]').textContent()).toContain('没有时限的稿子');
    await views.getByRole('button', { name: '全部' }).click();
    await elsewhere.waitForURL((url) => url.search === '');
    await elsewhere.getByRole('button', { name: '管理视图' }).click();
    await elsewhere.getByRole('button', { name: '删除 没有时限的稿子' }).click();
    await views.getByText('没有时限的稿子').waitFor({ state: 'detached' });
  });

  test('who approves adopts the proposed time in the same window, and nothing is scheduled before', async () => {
    const title = '关于校车线路调整的通知';
    const { id } = await reviewed(desk, aDraft({ organId: 'education', title }));
    const at = civilTime(new Date(Math.ceil(Date.now() / hourMs) * hourMs + hourMs));
    expect(
      await desk.drafter.put(`/releases/${id}/proposed-time`, { at, why: '开学前一天。' }),
    ).toMatchObject({
      status: 200,
    });
    const page = await list('approver', '?mine=waiting');
    await page.getByText('建议', { exact: true }).waitFor();
    await page.goto(`${city.address}/approvals/${id}`);
    await page.getByText('未批准').waitFor();
    expect((await pageOf(desk.drafter, id)).release.scheduledAt).toBeNull();
    await page.getByRole('button', { name: /^同\s*意$/u }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('同意，并按建议的时间定时发布').click();
    await dialog.getByRole('button', { name: '确认同意' }).click();
    // Two acts, one after the other: the window closes as soon as the page hears of the first.
    await page.getByText('已办理。').waitFor();
    expect((await pageOf(desk.drafter, id)).release).toMatchObject({ state: 'scheduled', scheduledAt: at });
  });

  test('on a phone the cards are chosen by touch, and who may not draft reads why', async () => {
    const page = await list('approver');
    await page.setViewportSize({ width: 390, height: 844 });
    await box(page, titles[2]).check();
    const bar = page.getByRole('toolbar', { name: '批量操作' });
    await bar.getByRole('button', { name: '关注', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '关注' });
    await dialog.getByRole('button', { name: '关注 1 篇' }).click();
    await dialog.getByRole('button', { name: /完\s*成/u }).click();
    await page.getByRole('img', { name: '我关注的' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const create = page.getByRole('button', { name: '新建发布稿' });
    expect(await create.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: /新建发布稿.*起草员/u }).waitFor();
  });
});
