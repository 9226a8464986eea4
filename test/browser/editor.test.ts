import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { wordNotice, wordTracked } from '../../libs/block/pasted-samples.js';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { firstLoad } from '../support/first-load.js';
import { aDraft, drafted, page as pageOf, paragraph, published } from '../support/release-way.js';
import { signedIn, type DeskWindow } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`the editor, in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  const fire = '青桥区临江路仓库火灾';
  let city: City;
  let windows: DeskWindow[] = [];

  beforeAll(async () => {
    city = await startCity();
    // A second drafter in the same organ: whoever else edits a release is a colleague.
    const { people, database } = city.server.cases;
    const colleague = await people.byUsername(database.queries, 'reviewer');
    const grant = { personId: colleague?.id ?? '', organId: 'education', role: 'drafter' as const };
    await people.grant(database.queries, grant);
  });
  afterEach(async () => {
    const complaints = windows.flatMap((window) => window.complaints);
    for (const window of windows) await window.close();
    windows = [];
    // Who saves later is refused, and so is who has no session: the browser logs every refusal.
    expect(complaints.filter((complaint) => !/status of (?:409|401)/u.test(complaint))).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  const sitDown = async (username: string, path: string): Promise<Page> => {
    const window = await signedIn(browser, city.address, username, 'koujing-demo');
    windows.push(window);
    await window.page.goto(`${city.address}${path}`);
    await bodyOf(window.page).waitFor();
    return window.page;
  };

  test('a table pasted from Word survives, a contradiction is found while typing, underlined and told, and the keyboard alone goes everywhere', async () => {
    await published(
      await city.desk('emergency'),
      aDraft({
        ...{ organId: 'emergency', kind: 'emergency', title: `关于${fire}的情况通报` },
        blocks: [
          paragraph(
            '11月22日14时20分许，青桥区临江路仓库发生火灾。截至11月22日18时，火灾造成1人死亡、5人受伤，明火已扑灭。',
          ),
        ],
      }),
    );
    const page = await sitDown('drafter', '/releases/new');
    const body = bodyOf(page);
    await page.locator('#title').fill(`${fire}后学校停课安排`);
    await body.click();
    await paste(page, wordTracked);
    await page.getByText('带有修订痕迹，没有粘贴').waitFor();
    expect(await body.innerText()).not.toContain('受伤');
    await paste(page, wordNotice);
    await page.getByText('没有带入：2 处批注、1 张图片').waitFor();
    expect(await cellsOf(body)).toEqual([
      ...['城区', '受影响户数', '', '', '居民 （户）', '商户', '滨江', '1200', ''],
    ]);
    expect(await body.locator('ul > li').allInnerTexts()).toHaveLength(3);
    expect(await body.locator('p[data-align=center]').innerText()).toBe('关于城区停水的通告');

    // From the last cell on with keys alone: the toolbar, a row, out of the table, the contradicted words.
    await body.locator('td').last().click();
    // The editor learns of the click after the browser: only then has the toolbar what a table needs.
    await page.getByRole('button', { name: '加一行' }).waitFor();
    await page.keyboard.press('Alt+F10');
    expect(await focused(page)).toBe('小标题');
    for (let step = 0; step < 40 && (await focused(page)) !== '加一行'; step += 1)
      await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('加一行');
    await page.keyboard.press('Enter');
    expect(await body.locator('tr').count()).toBe(4);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.insertText(
      '11月22日14时20分许，青桥区临江路仓库发生火灾。截至11月22日18时，火灾造成4人死亡、5人受伤。',
    );
    await body.locator('.fact-wrong', { hasText: '4人' }).waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+F8');
    const open = page.locator('.live-open');
    await open.getByText('造成1人死亡').waitFor();
    expect(await page.evaluate<string>('String(getSelection())')).toContain('4人');

    await page.getByText('已自动保存').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { level: 1, name: `${fire}后学校停课安排` }).waitFor();
    const { drafter } = await city.desk('education');
    const { content } = await pageOf(drafter, page.url().split('/').at(-1) ?? '');
    expect(content.blocks.map(({ type }) => type)).toEqual([
      ...['paragraph', 'paragraph', 'list', 'list', 'paragraph', 'table', 'paragraph', 'paragraph'],
    ]);
    expect(content.plain).toContain('造成4人死亡');
  });

  test('two drafters at one release see each other, and who saves later sees the difference and chooses', async () => {
    const title = '关于推迟秋季运动会的通知';
    const desk = await city.desk('education');
    const { id } = await drafted(desk, aDraft({ organId: 'education', title, accountIds: ['portal'] }));
    const path = `/releases/${id}/edit`;
    const first = await sitDown('drafter', path);
    const second = await sitDown('reviewer', path);
    await second.getByText('也正在编辑此稿').waitFor();

    await append(second, '同事加的一句。');
    await append(first, '我加的一句。');
    // Kept on the server, and no version yet.
    await first.getByText('已自动保存').waitFor();
    expect((await pageOf(desk.drafter, id)).release.version).toBe(1);
    await second.getByRole('button', { name: '保存', exact: true }).click();
    await second.getByRole('heading', { level: 1, name: title }).waitFor();
    await append(first, '又一句。');
    await first.getByText('刚改过此稿').waitFor();
    await first.locator('.comparison del', { hasText: '同事' }).waitFor();
    await first.getByRole('button', { name: '以我的内容保存为新的一版' }).click();
    await first.getByRole('heading', { level: 1, name: title }).waitFor();
    const { content, release } = await pageOf(desk.drafter, id);
    expect([release.version, content.plain.includes('我加的一句。又一句。')]).toEqual([3, true]);
  });

  test('a session that ended keeps the text on the page; what was kept on the server comes back on another computer', async () => {
    const title = '关于开放图书馆的通知';
    const desk = await city.desk('education');
    const { id } = await drafted(desk, aDraft({ organId: 'education', title, accountIds: ['portal'] }));
    const page = await sitDown('drafter', `/releases/${id}/edit`);
    await append(page, '会话还在时写的一句。');
    await page.context().clearCookies();
    await page.keyboard.insertText('会话结束后写的一句。');
    const again = page.getByRole('dialog');
    await again.getByLabel('用户名').fill('drafter');
    await again.getByLabel('密码', { exact: true }).fill('koujing-demo');
    await again.getByRole('button', { name: /登\s*录/u }).click();
    await again.waitFor({ state: 'hidden' });
    expect(await bodyOf(page).innerText()).toContain('会话结束后写的一句。');
    const kept = page.waitForResponse(
      (answer) =>
        answer.ok() &&
        answer.url().endsWith('/working-copy') &&
        answer.request().postData()?.includes('再写一句') === true,
    );
    await append(page, '再写一句。');
    await (await kept).finished();
    windows = [];
    await page.context().close();

    const elsewhere = await sitDown('drafter', `/releases/${id}/edit`);
    await elsewhere.getByText('自动保存过、还没有保存为新版的内容').waitFor();
    await elsewhere.getByRole('button', { name: '恢复' }).click();
    await bodyOf(elsewhere).getByText('会话还在时写的一句。会话结束后写的一句。再写一句。').waitFor();
  });

  test('a colleague who signs in over an ended session gets nothing of what another had typed', async () => {
    const title = '关于调整图书馆开放时间的通知';
    const desk = await city.desk('education');
    const { id } = await drafted(desk, aDraft({ organId: 'education', title, accountIds: ['portal'] }));
    const page = await sitDown('drafter', `/releases/${id}/edit`);
    await append(page, '没有保存的一句。');
    await page.context().clearCookies();
    await page.keyboard.insertText('登录过期后写的一句。');
    const again = page.getByRole('dialog');
    await again.getByLabel('用户名').fill('reviewer');
    await again.getByLabel('密码', { exact: true }).fill('koujing-demo');
    await again.getByRole('button', { name: /登\s*录/u }).click();
    await again.waitFor({ state: 'hidden' });
    await bodyOf(page).waitFor();
    expect(await bodyOf(page).innerText()).not.toMatch(/没有保存|登录过期后/u);
    // It stays kept for whoever typed it, and for nobody else.
    const holders = await page.evaluate<number>(
      "Object.keys(localStorage).filter((key) => localStorage[key].includes('没有保存的一句')).length",
    );
    expect(holders).toBeLessThanOrEqual(1);
    windows = [];
    await page.context().close();
  });

  test('one channel says its own words: what departs from the common text is told while it is typed, and signed with the version', async () => {
    const desk = await city.desk('education');
    const { id } = await drafted(
      desk,
      aDraft({
        ...{ organId: 'education', title: '关于校车事故的情况通报', kind: 'emergency' },
        ...{ accountIds: ['portal', 'wechat'], blocks: [paragraph('事故造成5人受伤，均已送医。')] },
      }),
    );
    const { digest } = (await pageOf(desk.drafter, id)).content;
    const window = await signedIn(browser, city.address, 'drafter', 'koujing-demo');
    windows.push(window);
    const { page } = window;
    // Nothing in its cache: what must come before one can sign in, and with a page of the console.
    const stranger = await browser.newContext();
    const door = await firstLoad(await stranger.newPage(), city.address, 'input[type=password]');
    expect(door.kB).toBeLessThanOrEqual(300);
    await stranger.close();
    const drafter = await browser.newContext();
    await drafter.addCookies(await page.context().cookies());
    // The heaviest of all.
    const editor = await firstLoad(await drafter.newPage(), `${city.address}/releases/${id}/edit`, '#body');
    expect(editor.kB).toBeLessThanOrEqual(450);
    await drafter.close();
    // Kept and not saved: the release's page says that it is not in the text there.
    await page.goto(`${city.address}/releases/${id}/edit`);
    await append(page, '未保存的一句。');
    await page.getByText('已自动保存').waitFor();
    page.once('dialog', (question) => void question.accept());
    await page.getByRole('link', { name: '关于校车事故的情况通报' }).click();
    await page.getByText('还没有保存为新版的修改，不在下面的内容里').waitFor();
    await page.goto(`${city.address}/releases/${id}/previews`);
    const wechat = page.locator('.preview-wechat');
    await wechat.getByRole('button', { name: /^为此渠道另写/u }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('标题').fill('校车事故通报');
    await dialog.getByLabel('正文').fill('事故造成7人受伤。');
    await dialog.getByText('与通稿不一致').waitFor();
    await dialog.getByText('6 / 32').waitFor();
    await dialog.getByLabel('正文').fill('事故造成5人受伤。');
    await dialog.getByText('与通稿不一致').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: '保存为新的一版' }).click();
    await wechat.getByText('此渠道另有文字').waitFor();
    expect(await page.locator('.preview-portal').getByText('此渠道另有文字').count()).toBe(0);
    const { content, release } = await pageOf(desk.drafter, id);
    expect(content.overrides).toEqual({ wechat: { title: '校车事故通报', text: '事故造成5人受伤。' } });
    expect([release.version, content.digest === digest]).toEqual([2, false]);
  });
});

const bodyOf = (page: Page): Locator => page.locator('#body');
const cellsOf = async (body: Locator): Promise<string[]> =>
  (await body.locator('td').allInnerTexts()).map((text) => text.trim());
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent ?? ""');

/** As the browser hands over what stands on the clipboard. */
const paste = (page: Page, html: string): Promise<void> =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', ${JSON.stringify(html)});
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('#body').dispatchEvent(paste);
  })()`);

const append = async (page: Page, text: string): Promise<void> => {
  await bodyOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
};
