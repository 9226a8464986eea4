import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { aDraft, drafted, page as pageOf } from '../support/release-way.js';
import { signedIn, signedInOnPhone, type DeskWindow } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`a draft that was not saved, in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  const title = '关于调整寒假放假时间的通知';
  let city: City;
  let window: DeskWindow;

  beforeAll(async () => {
    city = await startCity();
  });
  beforeEach(async () => {
    window = await signedIn(browser, city.address, 'drafter', 'koujing-demo');
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  const titleOf = (page: Page) => page.locator('#title');
  const kept = (page: Page) => page.getByText('已留在这台电脑上');
  const isThere = (what: Locator): Promise<boolean> =>
    what.waitFor({ timeout: 12_000 }).then(
      () => true,
      () => false,
    );
  /** On a busy machine a click may meet the menu while it still moves and do nothing: then one opens it and clicks again. */
  const leave = async (page: Page, sees: Locator): Promise<void> => {
    const entry = page.getByText('退出登录');
    for (let round = 0; round < 4; round += 1) {
      if (!(await entry.isVisible())) await page.getByRole('button', { name: /^我的账号/u }).click();
      await entry.click();
      if (await isThere(sees)) return;
    }
    throw new Error('nobody can leave');
  };
  /** The window is gone in the middle of it; the same browser opens the address again. */
  const again = async (page: Page): Promise<Page> => {
    const next = await page.context().newPage();
    const address = page.url();
    await page.close();
    await next.goto(address);
    return next;
  };

  test('is brought back after the window was closed, with the channels that were chosen, and forgotten once saved', async () => {
    await window.page.goto(`${city.address}/releases/new`);
    await titleOf(window.page).fill(title);
    await window.page.locator('#body').fill('全市中小学寒假自1月30日开始。');
    await window.page.getByRole('checkbox', { name: '微博' }).first().uncheck();
    await kept(window.page).waitFor();
    const page = await again(window.page);
    await page.getByRole('alert').getByText(`《${title}》`).waitFor();
    expect(await titleOf(page).inputValue()).toBe('');
    await page.getByRole('button', { name: '恢复' }).click();
    expect(await titleOf(page).inputValue()).toBe(title);
    expect(await page.getByRole('checkbox', { name: '微博' }).first().isChecked()).toBe(false);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.goto(`${city.address}/releases/new`);
    await titleOf(page).waitFor();
    expect(await page.getByText('没有保存的内容').count()).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('is never laid over what a colleague saved in between: the difference is shown first', async () => {
    const desk = await city.desk('education');
    const draft = aDraft({ organId: 'education', title, accountIds: ['portal'] });
    const { id, revision } = await drafted(desk, draft);
    await window.page.goto(`${city.address}/releases/${id}/edit`);
    await titleOf(window.page).fill(`${title}（一稿）`);
    await kept(window.page).waitFor();
    const saved = { expectedRevision: revision, draft: { ...draft, title: `${title}（同事所改）` } };
    expect(await desk.drafter.put(`/releases/${id}`, saved)).toMatchObject({ status: 200 });
    const page = await again(window.page);
    await page.getByText('此后此稿有过改动').waitFor();
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('刚改过此稿').waitFor();
    await page.getByRole('button', { name: '以我的内容保存为新的一版' }).click();
    await page.getByRole('heading', { name: `${title}（一稿）`, level: 1 }).waitFor();
    await window.close();
  });

  test('goes with who signs out', async () => {
    const { page } = window;
    await page.goto(`${city.address}/releases/new`);
    await titleOf(page).fill(title);
    await kept(page).waitFor();
    const signIn = page.getByLabel('用户名');
    // Whoever believes to have left, and has not, leaves an open desk behind.
    await page.route('**/api/session', (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.continue(),
    );
    await leave(page, page.getByText('没有退出'));
    await page.unroute('**/api/session');
    // Typed in the last moment: what is not kept yet must not be kept by leaving.
    await page.getByText('退出登录').waitFor({ state: 'hidden' });
    await titleOf(page).fill(`${title}（又改）`);
    await leave(page, signIn);
    const left = await page.evaluate(() => Object.keys(localStorage));
    expect(left.filter((name) => name.startsWith('koujing.draft'))).toEqual([]);
    await window.close();
  });

  test('on a phone: two people in one draft see each other, and a session that ends takes nothing with it', async () => {
    const { people, database } = city.server.cases;
    const colleague = await people.byUsername(database.queries, 'reviewer');
    const grant = { personId: colleague?.id ?? '', organId: 'education', role: 'drafter' as const };
    await people.grant(database.queries, grant);
    const desk = await city.desk('education');
    const draft = aDraft({ organId: 'education', title, accountIds: ['portal'] });
    const { id } = await drafted(desk, draft);
    const address = `${city.address}/releases/${id}/edit`;
    const password = 'koujing-demo';
    const phone = await signedInOnPhone({ browser, address, username: 'drafter', password });
    const { page } = phone;
    const write = async (on: Page, text: string): Promise<void> => {
      await on.locator('#body').click();
      await on.keyboard.press('Control+End');
      await on.keyboard.insertText(text);
    };
    const saved = async (on: Page, name: string): Promise<void> => {
      await on.getByRole('button', { name, exact: true }).click();
      await on.getByRole('heading', { level: 1, name: title }).waitFor();
    };
    const width = () => page.evaluate<number>('document.documentElement.scrollWidth');
    const there = await signedIn(browser, city.address, 'reviewer', password);
    await there.page.goto(address);
    await page.getByText('也正在编辑此稿').waitFor();
    await write(there.page, '同事加的一句。');
    await saved(there.page, '保存');
    await write(page, '手机上加的一句。');
    await page.getByText('刚改过此稿').waitFor();
    await page.locator('.comparison del', { hasText: '同事' }).waitFor();
    expect(await width()).toBe(390);
    await saved(page, '以我的内容保存为新的一版');

    await page.goto(address);
    await write(page, '会话还在时写的一句。');
    await kept(page).waitFor();
    await page.context().clearCookies();
    await page.keyboard.insertText('会话结束后写的一句。');
    const again = page.getByRole('dialog', { name: '登录已过期' });
    await again.getByLabel('用户名').fill('drafter');
    await again.getByLabel('密码', { exact: true }).fill(password);
    expect(await width()).toBe(390);
    await again.getByRole('button', { name: /登\s*录/u }).tap();
    await again.waitFor({ state: 'hidden' });
    await saved(page, '保存');
    const { content, release } = await pageOf(desk.drafter, id);
    expect(release.version).toBe(4);
    expect(content.plain).toMatch(/手机上加的一句。会话还在时写的一句。会话结束后写的一句。$/u);
    // What the browser logs of every refusal, and nothing else.
    expect(phone.complaints.filter((complaint) => !/status of 401/u.test(complaint))).toEqual([]);
    expect(there.complaints).toEqual([]);
    await there.close();
    await phone.close();
    await window.close();
  });
});
