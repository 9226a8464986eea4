import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newsroomHeaders } from '@koujing/template';
import type { Browser } from 'playwright-core';
import { newsroomPages } from '../support/a-newsroom.js';
import { openBrowser } from '../support/browser.js';

let browser: Browser;
const desk = createServer(({ url = '' }, reply) => {
  reply.writeHead(200, { ...newsroomHeaders, 'content-type': 'text/html; charset=utf-8' });
  reply.end(newsroomPages[url] ?? '');
}).listen(0, '127.0.0.1');
const address = (path: string): string => `http://127.0.0.1:${(desk.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  desk.closeAllConnections();
  desk.close();
  await once(desk, 'close');
});

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

test('the pages of an outlet are without a fault to axe, and no wider than a desk or a phone', async () => {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  for (const path of Object.keys(newsroomPages)) {
    await page.goto(address(path));
    // Once a page: to read it costs as much as to ask it.
    await page.evaluate(axe.source);
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
      const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      expect([path, viewport.width, faults]).toEqual([path, viewport.width, []]);
      expect([path, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([
        path,
        viewport.width,
      ]);
    }
  }
  await page.context().close();
});

test('under their own policy, with scripts off, they have their look and nothing is refused', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.goto(address('/embargoed'));
  expect(await page.locator('.note').first().innerText()).toContain('禁发至 2026-12-01 06:00');
  const look = "getComputedStyle(document.querySelector('.bar')).backgroundColor";
  expect(await page.evaluate<string>(look)).toBe('rgb(168, 21, 27)');
  expect(refused).toEqual([]);
  await page.context().close();
});
