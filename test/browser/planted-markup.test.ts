import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import type { City } from '../support/city.js';
import { foreignThings, type Things } from '../support/foreign-things.js';
import { plantMarkup } from '../support/planted-markup.js';
import { routesOf } from '../support/route.js';
import { startSeededCity } from '../support/seeded-city.js';
import { signedIn } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`markup that people wrote, in the console${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;
  let things: Things;

  beforeAll(async () => {
    city = await startSeededCity();
    things = await foreignThings(city);
    const hands = ['administrator', 'coordinator', 'drafter', 'approver'].map((who) => city.as(who));
    const taken = await plantMarkup(await routesOf(city.address), things, await Promise.all(hands));
    expect(taken.length).toBeGreaterThan(20);
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  const one = (page: string): string => `/${page}/${things[page] ?? ''}`;
  const tabs = (page: string, names: readonly string[]) => names.map((name) => `/${page}?tab=${name}`);

  test('is text on every page: nothing of it runs, loads or asks, and the policy has nothing to stop', async () => {
    const office = await signedIn(browser, city.address, 'coordinator', 'koujing-demo');
    const { page, complaints } = office;
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    // What every pattern calls, and what its addresses would load.
    await page.addInitScript({ content: 'window.boom = (n) => console.error("boom " + n)' });
    page.on('request', (request) => {
      if (/boom\(/u.test(decodeURIComponent(request.url()))) asked.push(request.url());
    });
    const pages = [
      ...[
        '/',
        '/releases',
        '/approvals',
        '/conflicts',
        '/calendar',
        '/matters',
        '/conferences',
        '/interviews',
      ],
      ...['/media-answers', '/incidents', '/plans', '/directives', '/violations', '/operations', '/accounts'],
      ...[
        one('releases'),
        `${one('releases')}/previews`,
        one('matters'),
        one('conferences'),
        one('interviews'),
      ],
      ...[one('incidents'), one('plans'), one('directives'), one('violations')],
      ...tabs('media', ['outlets', 'reporters', 'lists']),
      ...tabs('reports', ['consistency', 'timeliness', 'roster', 'bulletin']),
      ...tabs('settings', ['organs', 'roster', 'terms', 'people', 'other', 'rules']),
    ];
    let seen = 0;
    for (const path of pages) {
      await page.goto(`${city.address}${path}`, { waitUntil: 'networkidle' });
      seen += (await page.locator('body').innerText()).includes('boom') ? 1 : 0;
      expect([path, asked, complaints.filter((each) => /boom|content security policy/u.test(each))]).toEqual([
        ...[path, [], []],
      ]);
    }
    // It stands there to be read.
    expect(seen).toBeGreaterThan(8);
    await office.close();
  });
});
