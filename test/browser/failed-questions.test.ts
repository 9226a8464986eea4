import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { signedIn, type DeskWindow } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`a question that does not come through, in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;
  let window: DeskWindow;

  beforeAll(async () => {
    city = await startCity();
  });
  beforeEach(async () => {
    window = await signedIn(browser, city.address, 'drafter', 'koujing-demo');
  });
  afterEach(() => window.close());
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  /** The line is cut for one question; the others are answered. */
  const cut = (page: Page, question: string) =>
    page.route(
      (url) => url.pathname === `/api/${question}`,
      (route) => route.abort(),
    );
  const again = (within: Page | Locator) =>
    within.getByRole('alert').getByRole('button', { name: /重\s*试/u });

  test('titles that could not be looked up are not told as nothing found', async () => {
    const { page } = window;
    await cut(page, 'releases');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: '快速前往' });
    await palette.getByRole('combobox').fill('没有这样的稿件');
    await again(palette).waitFor();
    expect(await palette.getByText('没有找到').count()).toBe(0);
    await page.unrouteAll();
    await again(palette).click();
    await palette.getByText('没有找到').waitFor();
    expect(await again(palette).count()).toBe(0);
  });

  test('the calendar says why its organs cannot be chosen and no conference can be planned', async () => {
    const { page } = window;
    await cut(page, 'conferences');
    await cut(page, 'organs');
    await page.goto(`${city.address}/calendar`);
    await again(page.getByRole('search')).waitFor();
    await again(page.locator('.page-actions')).waitFor();
  });

  test('a list of one organ says so although the organ’s name could not be read', async () => {
    const { page } = window;
    await cut(page, 'organs');
    await page.goto(`${city.address}/conferences?organ=education`);
    await again(page).waitFor();
  });

  test('a new release does not go without its mailing lists unnoticed', async () => {
    const { page } = window;
    await cut(page, 'media/lists');
    await page.goto(`${city.address}/releases/new`);
    await again(page).first().waitFor();
  });
});
