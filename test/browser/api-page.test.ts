import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { issuedKey } from '../support/issued-key.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`the page on which the API is tried${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;
  let page: Page;
  /** What the browser complains of: scripts, styles and pictures that its policy keeps out are among it. */
  const complaints: string[] = [];

  beforeAll(async () => {
    city = await startCity();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${city.address}/api/docs`);
    await page.waitForSelector('.opblock-tag');
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  const violations = async (): Promise<readonly string[]> => {
    await page.evaluate(axe.source);
    const { violations: broken } = await page.evaluate<axe.AxeResults>(
      `axe.run(document, ${JSON.stringify({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      })})`,
    );
    return broken.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  };

  test('stands under its policy and nothing is kept out', () => {
    expect(complaints).toEqual([]);
  });

  test.each([
    ['desk', 1440, 900],
    ['phone', 390, 844],
  ])('breaks no rule of access at the size of a %s', async (...[, width, height]) => {
    await page.setViewportSize({ width, height });
    expect(await violations()).toEqual([]);
  });

  test('makes a call with a key, and shows the answer', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const { secret } = await issuedKey(city, 'water', ['releases:read']);
    await page.click('button.authorize');
    await page.fill('#auth-bearer-value', secret);
    await page.click('.modal-ux .auth-btn-wrapper button[type=submit]');
    await page.click('.modal-ux .btn-done');
    await page.click('#operations-tag-Release');
    const operation = page.locator('.opblock-get', { has: page.locator('[data-path="/api/releases"]') });
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('.try-out__btn').click();
    await operation.locator('button.execute').click();
    const answer = operation.locator('.live-responses-table');
    await answer.waitFor();
    expect(await answer.locator('tr.response td.response-col_status').innerText()).toContain('200');
    expect(await answer.innerText()).toContain('"items"');
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
