import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, civilDayOf, weekdayOf } from '@koujing/calendar';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { aDraft, approved, page as pageOf } from '../support/release-way.js';
import { signedIn, signedInOnPhone, type DeskWindow } from './desk-window.js';
import { press, tabTo } from './keyboard.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`the calendar in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  const title = '关于调整寒假放假时间的通知';
  let city: City;
  let window: DeskWindow | null = null;
  let id: string;
  /** The Tuesday after next, and the day after it: both in one week on screen, both ahead. */
  let tuesday: string;
  const wednesday = () => addDays(tuesday, 1);

  beforeAll(async () => {
    city = await startCity();
    const today = civilDayOf(new Date());
    tuesday = addDays(today, 9 + ((7 + 2 - weekdayOf(addDays(today, 9))) % 7));
    const desk = await city.desk('education');
    id = (await approved(desk, aDraft({ organId: 'education', title, accountIds: ['portal'] }))).id;
    const spokesperson = await city.as('spokesperson');
    const at = `${tuesday}T08:40:00+08:00`;
    expect(await spokesperson.post(`/releases/${id}/schedule`, { at })).toMatchObject({ status: 200 });
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

  const calendar = async (): Promise<Page> => {
    window = await signedIn(browser, city.address, 'spokesperson', 'koujing-demo');
    await window.page.goto(`${city.address}/calendar?on=${tuesday}&kind=release`);
    await window.page.getByRole('link', { name: title }).waitFor();
    return window.page;
  };
  const cell = (page: Page, day: string): Locator => page.locator(`td[data-day="${day}"]`);
  const entry = (within: Locator): Locator => within.locator('li', { hasText: title });
  const hourOf = async (): Promise<string | null> =>
    (await pageOf(await city.as('spokesperson'), id)).release.scheduledAt;

  test('what is dragged to another day keeps its time of day, once the question is answered', async () => {
    const page = await calendar();
    await entry(cell(page, tuesday)).dragTo(cell(page, wednesday()));
    const question = page.getByRole('dialog', { name: '改期' });
    expect(await question.getByLabel('改到（北京时间）').inputValue()).toBe(`${wednesday()}T08:40`);
    // Nothing moves before somebody says so.
    expect(await hourOf()).toBe(`${tuesday}T08:40:00.000+08:00`);
    await question.getByRole('button', { name: '改期' }).click();
    await entry(cell(page, wednesday())).waitFor();
    expect(await entry(cell(page, tuesday)).count()).toBe(0);
    expect(await hourOf()).toBe(`${wednesday()}T08:40:00.000+08:00`);
  });

  test('what is planned within the week stands on the first page, with its hour', async () => {
    const spokesperson = await city.as('spokesperson');
    const at = `${addDays(civilDayOf(new Date()), 2)}T09:30:00+08:00`;
    expect(await spokesperson.post(`/releases/${id}/schedule`, { at })).toMatchObject({ status: 200 });
    window = await signedIn(browser, city.address, 'spokesperson', 'koujing-demo');
    const panel = window.page.locator('section', { hasText: '七天内的发布会和发布' }).last();
    await panel.getByRole('link', { name: title }).waitFor();
    await panel.getByText('09:30').waitFor();
    const back = { at: `${tuesday}T08:40:00+08:00` };
    expect(await spokesperson.post(`/releases/${id}/schedule`, back)).toMatchObject({ status: 200 });
  });

  test('the keyboard alone moves it to another hour, and a past one is refused with a sentence', async () => {
    const page = await calendar();
    await press(page, page.getByRole('button', { name: `改期：${title}` }));
    const question = page.getByRole('dialog', { name: '改期' });
    const hour = question.getByLabel('改到（北京时间）');
    await tabTo(page, hour);
    await hour.fill('2020-01-01T08:00');
    await question.getByText('这个时间已过。').waitFor();
    expect(await question.getByRole('button', { name: '改期' }).isDisabled()).toBe(true);
    await hour.fill(`${tuesday}T15:20`);
    await press(page, question.getByRole('button', { name: '改期' }));
    await cell(page, tuesday).getByText('15:20').waitFor();
    expect(await hourOf()).toBe(`${tuesday}T15:20:00.000+08:00`);
  });

  test('a phone has the agenda: day after day with their hours, walked through and moved by touch', async () => {
    const spokesperson = await city.as('spokesperson');
    const at = `${tuesday}T08:40:00+08:00`;
    expect(await spokesperson.post(`/releases/${id}/schedule`, { at })).toMatchObject({ status: 200 });
    window = await signedInOnPhone({
      ...{ browser, username: 'spokesperson', password: 'koujing-demo' },
      address: `${city.address}/calendar?on=${tuesday}&kind=release`,
    });
    const { page } = window;
    const day = page.locator('.cal-list-day', { hasText: title });
    await day.getByText('08:40').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('radiogroup', { name: '视图' }).count()).toBe(0);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    // What lies before is another page of it, and the way back leads here again.
    await page.getByRole('button', { name: '前两周' }).tap();
    await day.waitFor({ state: 'detached' });
    await page.goBack();
    const move = day.getByRole('button', { name: `改期：${title}` });
    expect((await move.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await move.tap();
    const question = page.getByRole('dialog', { name: '改期' });
    await question.getByLabel('改到（北京时间）').fill(`${wednesday()}T10:05`);
    await question.getByRole('button', { name: '改期' }).tap();
    await page.locator('.cal-list-day', { hasText: '10:05' }).getByRole('link', { name: title }).waitFor();
    expect(await hourOf()).toBe(`${wednesday()}T10:05:00.000+08:00`);
  });
});
