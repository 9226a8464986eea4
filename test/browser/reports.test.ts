import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ReportView } from '../../libs/report/report.api.js';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { ok } from '../support/person.js';
import { signedIn, type DeskWindow } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`the reports in the console${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;
  let desk: DeskWindow;
  let page: Page;

  beforeAll(async () => {
    city = await startCity();
    desk = await signedIn(browser, city.address, 'coordinator', 'koujing-demo');
    page = desk.page;
  });
  afterAll(async () => {
    await desk.close();
    await browser.close();
    await city.close();
  });

  const go = (path: string) => page.goto(`${city.address}${path}`);
  /** Whole pages and parts that are wider than the window. */
  const overflow = () =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  const opensItsRows = async (panel: string, of: RegExp): Promise<void> => {
    const number = page.getByRole('region', { name: panel }).getByRole('link', { name: of }).first();
    const count = Number(await number.textContent());
    await number.click();
    await page.waitForURL(/reports\/rows/u);
    await page.getByText(`共 ${count} 条`).waitFor();
    expect(await page.locator('tbody tr, .cards > .card').count()).toBe(Math.min(30, count));
  };

  test('a number opens as many rows as it says, the chart has its table, and both fit a phone (Art.15, 42)', async () => {
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    const days = `from=${year}-01-01&to=${year}-12-31`;
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await go(`/reports?tab=roster&${days}`);
      await page.getByRole('img', { name: /发言人名单：缺项的单位，图/u }).waitFor();
      expect(await overflow()).toBeLessThanOrEqual(0);
      await opensItsRows('发言人名单：缺项的单位', /合计/u);
      expect(await overflow()).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await go(`/reports?${days}`);
    await page.getByRole('tab', { name: '工作量' }).click();
    await page.waitForURL(/tab=workload/u);
    await page.getByText('发布稿：各单位').waitFor();
    expect(page.url()).toContain(`from=${year}-01-01`);
  });

  test('what is taken away says the same as what is shown, with who made it and the digest', async () => {
    await go('/reports?tab=roster');
    const from = await page.getByLabel('起始日期').inputValue();
    const to = await page.getByLabel('截止日期').inputValue();
    const coordinator = await city.as('coordinator');
    const report = ok(await coordinator.get<ReportView>(`/reports/roster?from=${from}&to=${to}`));
    await page.getByRole('button', { name: '导出', exact: true }).first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV 表格' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain(`"内容摘要（SHA-256）","${report.digest}"`);
    expect(text).toContain('"制作人","统筹员');
    const [table] = report.content.tables;
    for (const { label, values, total } of table?.rows ?? [])
      expect(text).toContain([label.zh, ...values, total].map((value) => `"${value}"`).join(','));
  });

  test('a half-year is closed once, and is shown as it was closed (Art.42)', async () => {
    // What the house does by itself meanwhile changes the numbers: the digest that was seen is refused then, and one looks again.
    const closed = page.getByText('这一期已经封存').first();
    const close = page.getByRole('button', { name: '封存这一期', disabled: false }).first();
    for (let tries = 0; tries < 3 && !(await closed.isVisible()); tries += 1) {
      await go('/reports?tab=bulletin');
      // Closed at the last look after all, it cannot be closed again.
      await closed.or(close).first().waitFor();
      if (await closed.isVisible()) break;
      // By keyboard: while the page settles, what a pointer is pressed on may move away before it is let go.
      await close.press('Enter');
      await page.getByRole('tooltip').getByRole('button', { name: '封存这一期' }).press('Enter');
      await closed.or(page.getByRole('alert')).first().waitFor();
    }
    await closed.waitFor();
    await page.getByRole('link', { name: '查看封存的报告' }).click();
    await page.getByRole('heading', { level: 1, name: '新闻发布工作半年通报' }).waitFor();
    await page.getByText('同封存时的摘要相符').waitFor();
    await page.getByText('重新统计，结果相同').waitFor();
    await go('/reports?tab=closed');
    await page.getByRole('link', { name: /新闻发布工作半年通报/u }).waitFor();
    expect(desk.complaints).toEqual([]);
  });
});
