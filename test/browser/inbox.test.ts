import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { aDraft, submitted } from '../support/release-way.js';
import { signedIn } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`notices in the console in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  const title = '关于调整寒假放假时间的通知';
  let city: City;

  beforeAll(async () => {
    city = await startCity();
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  test('what was returned is told under the bell, leads to the release, and is read by opening it', async () => {
    const desk = await city.desk('education');
    const { id } = await submitted(desk, aDraft({ organId: 'education', title, accountIds: ['portal'] }));
    const { page, complaints, close } = await signedIn(browser, city.address, 'drafter', 'koujing-demo');
    const bell = (name: RegExp) => page.getByRole('banner').getByRole('button', { name });
    await bell(/^消息$/u).waitFor();
    const link = `/releases/${id}`;
    await city.database.transaction(async (queries) => {
      const { id: personId } = await queries
        .selectFrom('person')
        .select('id')
        .where('username', '=', 'drafter')
        .executeTakeFirstOrThrow();
      const told = { kind: 'test', html: '<p>请补充依据。</p>', text: '请补充依据。', link };
      for (const subject of ['已退回：请补充依据', '时限将到'])
        await city.server.cases.notifier.notify(queries, { ...told, personIds: [personId], subject });
    });
    await page.reload();
    await bell(/^消息，2 条未读$/u).click();
    const drawer = page.getByRole('dialog', { name: '消息' });
    await drawer.getByRole('link', { name: '已退回：请补充依据' }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await bell(/^消息，1 条未读$/u).click();
    await drawer.getByRole('button', { name: '全部标为已读' }).click();
    await page.keyboard.press('Escape');
    await bell(/^消息$/u).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
