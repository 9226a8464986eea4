import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import {
  aDraft,
  page as releasePage,
  paragraph,
  passReviews,
  reviewedAgain,
  submitted,
} from '../support/release-way.js';
import { signedIn, signedInOnPhone } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;
const password = 'koujing-demo';

inBrowser(`approvals in the console in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;

  beforeAll(async () => {
    city = await startCity();
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  test('a leader decides on a phone in three taps from the link, with the changes marked, and returns the next with a note', async () => {
    const desk = await city.desk('education');
    const draftOf = (title: string, hours: string) =>
      aDraft({ organId: 'education', title, blocks: [paragraph(`寒假期间校门每日${hours}开放。`)] });
    const draft = draftOf('关于寒假校园开放时间的通知', '8时至11时');
    const first = await submitted(desk, draft);
    const second = await submitted(desk, draftOf('关于寒假体育馆开放时间的通知', '9时至17时'));

    // At a desk, J goes through what waits.
    const reviewer = await signedIn(browser, city.address, 'reviewer', password);
    await reviewer.page.getByRole('link', { name: /审批.*2 件等您办理/u }).click();
    await heading(reviewer.page, draft.title).waitFor();
    await reviewer.page.keyboard.press('j');
    await heading(reviewer.page, '关于寒假体育馆开放时间的通知').waitFor();
    expect(reviewer.complaints).toEqual([]);
    await reviewer.close();
    for (const standing of [first, second]) await passReviews(desk, standing);

    const link = `${city.address}/approvals/${first.id}`;
    const phone = await signedInOnPhone({ browser, address: link, username: 'approver', password });
    const { page } = phone;
    await heading(page, draft.title).waitFor();
    await page.getByText('您第一次看这份稿件。').waitFor();
    await page.waitForResponse((answer) => answer.url().endsWith(`/approvals/${first.id}/look`));

    // The drafter changes the text while the leader reads: nobody signs what they did not see.
    const { release } = await releasePage(desk.drafter, first.id);
    const changed = draftOf(draft.title, '8时至12时');
    await desk.drafter.put(`/releases/${first.id}`, { expectedRevision: release.revision, draft: changed });
    await reviewedAgain(desk, first.id);
    await page.getByText('您看的时候，起草员·林晓把此稿改成了第 2 版。').waitFor();
    await press(page, '同意');
    await dialog(page, '同意（审批）').getByRole('button', { name: '确认同意' }).click();
    await page.getByRole('alert').getByText('您看的时候稿件有了改动').waitFor();
    await page.getByText('已标出您刚才所看的第 1 版以来的改动。').waitFor();
    expect(await marks(page)).toEqual({ removed: '11', added: '12' });
    expect(phone.complaints).toEqual([expect.stringContaining('status of 422')]);

    // Later, from the message once more: 同意, the password, done; the next one opens by itself.
    await forgetPasswords(city);
    await page.goto(link);
    await page.getByText(/^已标出第 1 版以来的改动/u).waitFor();
    expect(await marks(page)).toEqual({ removed: '11', added: '12' });
    for (const name of ['同意', '退回']) expect(await heightOf(page, name)).toBeGreaterThanOrEqual(44);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    await press(page, '同意');
    const last = dialog(page, '同意（审批）');
    await last.getByLabel('请再次输入密码').fill(password);
    await last.getByRole('button', { name: '确认同意' }).click();
    await heading(page, '关于寒假体育馆开放时间的通知').waitFor();
    expect((await releasePage(desk.drafter, first.id)).release.state).toBe('approved');

    await press(page, '退回');
    const back = dialog(page, '退回');
    await back.getByRole('button', { name: '确认退回' }).click();
    await back.getByText('请写明退回的理由。').waitFor();
    await back.getByLabel('意见').fill('请写明周末是否开放');
    await back.getByRole('button', { name: '确认退回' }).click();
    await page.getByText('没有等您审批的稿件。').waitFor();
    const returned = await releasePage(desk.drafter, second.id);
    expect(returned.release.state).toBe('returned');
    expect(returned.signatures.at(-1)).toMatchObject({ decision: 'return', note: '请写明周末是否开放' });
    expect(phone.complaints).toHaveLength(1);
    await phone.close();
  });
});

const heading = (page: Page, title: string): Locator => page.getByRole('heading', { level: 1, name: title });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const decision = (page: Page, name: string): Locator =>
  page.locator('.decision-bar').getByRole('button', { name, exact: true });
const press = (page: Page, name: string): Promise<void> => decision(page, name).click();
const heightOf = async (page: Page, name: string): Promise<number> =>
  (await decision(page, name).boundingBox())?.height ?? 0;

const marks = async (page: Page) => {
  const text = page.getByRole('region', { name: '正文' }).locator('.marked-text');
  return { removed: await text.locator('del').innerText(), added: await text.locator('ins').innerText() };
};

/** As if the minutes since everybody's sign-in were over. */
const forgetPasswords = async (city: City): Promise<void> => {
  await city.database.queries
    .updateTable('session')
    .set({ proved_at: new Date(0) })
    .execute();
};
