import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { aDraft, drafted } from '../support/release-way.js';
import { signedIn } from './desk-window.js';
import { pick, press } from './keyboard.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`the palette in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;

  beforeAll(async () => {
    city = await startCity();
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  test('Ctrl K and a few letters lead to a page and to a release, and the menu of the account to the settings, by the keyboard alone', async () => {
    const title = '关于调整寒假放假时间的通知';
    const desk = await city.desk('education');
    await drafted(desk, aDraft({ organId: 'education', title, accountIds: ['portal'] }));
    const { page, complaints, close } = await signedIn(browser, city.address, 'drafter', 'koujing-demo');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '快速前往' }).fill('发布');
    // 新建发布稿, 发布稿, 发布进度.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '发布稿', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: '快速前往' });
    expect(await field.inputValue()).toBe('');
    await field.fill('调整寒假');
    await page.getByRole('option', { name: title }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await press(page, page.getByRole('button', { name: /^我的账号/u }));
    await pick(page, page.getByRole('menuitem', { name: '设置' }));
    await page.getByRole('heading', { name: '设置', level: 1 }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
