import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { startProvider, type TestProvider } from '../support/identity-provider.js';
import { signedIn } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

/** The provider sends browsers back to an address that it was told before the house is up. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

inBrowser(`signing in with the organ's account in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  let provider: TestProvider;
  let city: City;

  beforeAll(async () => {
    const port = await freePort();
    provider = await startProvider(`http://127.0.0.1:${port}`);
    city = await startCity({ port, roles: ['web'], organAccount: provider.settings });
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
    await provider.close();
  });

  test('an administrator registers the account, its owner comes in by one button, and who is refused there is told so', async () => {
    const office = await signedIn(browser, city.address, 'administrator', 'koujing-demo');
    const { page } = office;
    // Here as most people have it: everything moves into its place.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto(`${city.address}/settings?tab=persons&q=drafter`);
    await page
      .getByRole('button', { name: /^登记统一身份账号：/u })
      .first()
      .click();
    const form = page.getByRole('dialog', { name: /登记统一身份账号/u });
    await form.getByLabel('统一身份账号').fill('E-1001');
    await form.getByLabel('理由').fill('接入统一身份');
    await form.getByRole('button', { name: '登记统一身份' }).click();
    await page.getByText('统一身份账号 E-1001，还没有登录过').waitFor();
    expect(office.complaints).toEqual([]);

    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const phone = await context.newPage();
    await phone.goto(`${city.address}/releases`);
    const button = phone.getByRole('link', { name: '用单位统一身份登录' });
    provider.whoIs(null);
    await button.click();
    await phone.getByRole('alert').getByText('统一身份系统没有完成这次登录').waitFor();
    await phone.getByLabel('密码', { exact: true }).waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    provider.whoIs({ subject: 'u-1', name: 'E-1001' });
    await button.click();
    await phone.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(new URL(phone.url()).pathname).toBe('/releases');
    await context.close();

    await page.reload();
    await page.getByText(/统一身份账号 E-1001，.*第一次登录/u).waitFor();
    await office.close();
  });
});
