import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { dismissConcerns, page as pageOf, passReviews } from '../support/release-way.js';
import { signedIn, signedInOnPhone, type DeskWindow } from './desk-window.js';
import { press, tabTo } from './keyboard.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`a document in Word becomes a release, in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  const title = '关于寒假校园开放时间的通知';
  let city: City;
  const windows: DeskWindow[] = [];

  beforeAll(async () => {
    city = await startCity();
  });
  afterAll(async () => {
    for (const window of windows) await window.close();
    await browser.close();
    await city.close();
  });

  const sitDown = async (username: string): Promise<Page> => {
    const window = await signedIn(browser, city.address, username, 'koujing-demo');
    windows.push(window);
    return window.page;
  };
  const onPhone = async (username: string, path: string): Promise<Page> => {
    const who = { browser, address: `${city.address}${path}`, username, password: 'koujing-demo' };
    const window = await signedInOnPhone(who);
    windows.push(window);
    return window.page;
  };

  test('by the keyboard alone: imported, edited and submitted by its drafter, approved, published, and read by the public', async () => {
    const drafter = await sitDown('drafter');
    await drafter.goto(`${city.address}/releases/new`);
    await drafter.locator('#title').waitFor();
    const chosen = drafter.waitForEvent('filechooser');
    await press(drafter, drafter.getByRole('button', { name: /导入/u }));
    const buffer = await wordDocument(title, '寒假期间校门每日8时至11时开放。');
    await (await chosen).setFiles({ name: '通知.docx', mimeType: 'application/octet-stream', buffer });
    await drafter.locator('#body').getByText('寒假期间校门每日8时至11时开放。').waitFor();
    expect(await drafter.locator('#title').inputValue()).toBe(title);
    await tabTo(drafter, drafter.locator('#body'));
    await drafter.keyboard.press('Control+End');
    await drafter.keyboard.insertText('请凭证件入校。');
    await drafter.keyboard.press('Control+s');
    await drafter.getByRole('heading', { level: 1, name: title }).waitFor();
    const id = drafter.url().split('/').at(-1) ?? '';
    const desk = await city.desk('education');
    await dismissConcerns(desk.drafter, id);
    await drafter.reload();
    await press(drafter, drafter.getByRole('button', { name: /^提交/u }).first());
    await untilState(city, id, 'submitted');
    await passReviews(desk, (await pageOf(desk.drafter, id)).release);

    const leader = await sitDown('approver');
    await leader.goto(`${city.address}/approvals/${id}`);
    await leader.getByRole('heading', { level: 1, name: title }).waitFor();
    await press(leader, leader.locator('.decision-bar').getByRole('button', { name: '同意', exact: true }));
    await press(leader, leader.getByRole('dialog').getByRole('button', { name: '确认同意' }));
    await untilState(city, id, 'approved');

    const spokesperson = await sitDown('spokesperson');
    await spokesperson.goto(`${city.address}/releases/${id}`);
    await press(spokesperson, spokesperson.getByRole('button', { name: '立即发布' }));
    await spokesperson.getByText('全部渠道已送达。').waitFor();
    const shown = await (await fetch(`${city.portalUrl}/r/${id}.html`)).text();
    expect(shown).toContain('寒假期间校门每日8时至11时开放。请凭证件入校。');
    expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  test('on phones, by touch: from the document in a message to the text that the public reads', async () => {
    const title = '关于寒假体育馆开放时间的通知';
    const drafter = await onPhone('drafter', '/releases/new');
    await drafter.locator('#title').waitFor();
    const chosen = drafter.waitForEvent('filechooser');
    await drafter.getByRole('button', { name: /导入/u }).tap();
    const buffer = await wordDocument(title, '寒假期间体育馆每日9时至17时开放。');
    await (await chosen).setFiles({ name: '通知.docx', mimeType: 'application/octet-stream', buffer });
    const body = drafter.locator('#body');
    await body.getByText('寒假期间体育馆每日9时至17时开放。').tap();
    await drafter.keyboard.press('Control+End');
    await drafter.keyboard.insertText('请自备运动鞋。');
    expect(await widthOf(drafter)).toBe(390);
    await drafter.getByRole('button', { name: '保存', exact: true }).tap();
    await drafter.getByRole('heading', { level: 1, name: title }).waitFor();
    const id = drafter.url().split('/').at(-1) ?? '';
    const desk = await city.desk('education');
    await dismissConcerns(desk.drafter, id);
    await drafter.reload();
    await drafter.getByRole('button', { name: /^提交/u }).first().tap();
    await untilState(city, id, 'submitted');
    await passReviews(desk, (await pageOf(desk.drafter, id)).release);

    const leader = await onPhone('approver', `/approvals/${id}`);
    await leader.locator('.decision-bar').getByRole('button', { name: '同意', exact: true }).tap();
    await leader.getByRole('dialog').getByRole('button', { name: '确认同意' }).tap();
    await untilState(city, id, 'approved');

    const spokesperson = await onPhone('spokesperson', `/releases/${id}`);
    await spokesperson.getByRole('button', { name: '立即发布' }).tap();
    await spokesperson.getByText('全部渠道已送达。').waitFor();
    expect(await widthOf(spokesperson)).toBe(390);
    const shown = await (await fetch(`${city.portalUrl}/r/${id}.html`)).text();
    expect(shown).toContain('寒假期间体育馆每日9时至17时开放。请自备运动鞋。');
    expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

const widthOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth');

const wordDocument = (heading: string, text: string): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }), new Paragraph(text)],
        },
      ],
    }),
  );

const untilState = async (city: City, id: string, state: string): Promise<void> => {
  const { drafter } = await city.desk('education');
  const giveUpAt = performance.now() + 20_000;
  for (;;) {
    const { release } = await pageOf(drafter, id);
    if (release.state === state) return;
    if (performance.now() > giveUpAt) throw new Error(`still ${release.state}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
