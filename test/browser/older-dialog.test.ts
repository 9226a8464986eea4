import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { MatterView } from '../../libs/matter/matter.api.js';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { ok } from '../support/person.js';
import { signedIn } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`the console${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;

  beforeAll(async () => {
    city = await startCity();
  });

  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  test('what a colleague changed behind a dialog is not overwritten by a second click, and is there to begin again from', async () => {
    const coordinator = await city.as('coordinator');
    const matter = {
      ...{ title: '冬季供暖价格调整', kind: 'routine', trigger: null, ownerOrganId: 'education' },
      ...{ concernedOrganIds: [], dueAt: null },
    };
    const { id, revision } = ok(await coordinator.post<MatterView>('/matters', matter));
    const now = async () => ok(await coordinator.get<MatterView>(`/matters/${id}`));

    const { page, close } = await signedIn(browser, city.address, 'coordinator', 'koujing-demo');
    await page.goto(`${city.address}/matters/${id}`);
    await page.getByRole('button', { name: '修改事项' }).click();
    const dialog = page.getByRole('dialog', { name: '修改事项' });
    const title = dialog.getByLabel('事项名称');
    await title.fill('冬季供暖价格调整（我的）');

    const theirs = { ...matter, title: '冬季供暖价格调整（同事的）' };
    ok(await coordinator.put(`/matters/${id}`, { expectedRevision: revision, matter: theirs }));
    const save = dialog.getByRole('button', { name: /保\s*存/u });
    await save.click();
    await dialog.getByText('此事项已被改过').waitFor();
    await page.getByRole('heading', { level: 1, name: theirs.title }).waitFor();
    const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
    await save.click();
    expect((await answered).status()).toBe(409);
    expect((await now()).title).toBe(theirs.title);

    await dialog.getByRole('button', { name: '按最新内容重新填写' }).click();
    expect(await title.inputValue()).toBe(theirs.title);
    await title.fill('冬季供暖价格调整（商量后的）');
    await save.click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await now()).title).toBe('冬季供暖价格调整（商量后的）');
    await close();
  });

  test('why a button cannot be used stays to be read when it is pressed', async () => {
    const { page, close } = await signedIn(browser, city.address, 'coordinator', 'koujing-demo');
    await page.goto(`${city.address}/settings?tab=terms&organ=education`);
    // A person presses it without a thought; a test would wait until it can be used.
    await page.getByRole('button', { name: '登记授权' }).click({ force: true });
    const reason = page.getByRole('tooltip').getByText('您在该机关没有“主要领导”角色');
    await reason.waitFor();
    await page.waitForTimeout(600);
    expect(await reason.isVisible()).toBe(true);
    await close();
  });
});
