import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import { anAttempt, DiskFiles, FakeMail, MemoryLog, type Publication } from '@koujing/channel';
import { PortalChannel, portalSettings, PublishedIndexFake } from '@koujing/channels/portal';
import { TravellingClock } from '@koujing/kernel';
import type { Browser, Page } from 'playwright-core';
import { startPortal, type RunningPortal } from '../../apps/portal/portal.js';
import { openBrowser } from '../support/browser.js';

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** One of each kind. */
const paths = [
  ...['index.html', 'c/notices.html', 'y/2026.html', 'map.html', 'changes.html'],
  ...['r/b.html', 'r/c.html', 'roster.html', 'no/such.html', 'search.html?q=桥'],
];

let root: string;
let browser: Browser;
let portal: RunningPortal;
const dispatcher = createServer((_, reply) => {
  const hit = {
    path: 'r/a.html',
    title: [{ text: '望江桥', hit: true }],
    excerpt: [{ text: '限高', hit: false }],
  };
  const hits = [{ ...hit, organ: '市水务局', column: '通知公告', pubDate: '2026-11-27 09:30' }];
  reply.setHeader('content-type', 'application/json');
  reply.end(
    JSON.stringify({
      ...{ hits, total: 41, pageSize: 20, isPartial: false, organs: ['市水务局'], columns: ['通知公告'] },
    }),
  );
}).listen(0, '127.0.0.1');

beforeAll(async () => {
  browser = await openBrowser();
  root = await mkdtemp(join(tmpdir(), 'koujing-portal-'));
  const settings = portalSettings.parse({
    ...{ root, baseUrl: 'https://www.binhai.gov.example', siteName: '滨海市人民政府门户网站' },
    ...{ siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001', host: '滨海市人民政府办公室' },
    ...{ icp: '示ICP备00000001号', contact: '0000-1234567', checkLive: false },
  });
  const channel = new PortalChannel(new PublishedIndexFake());
  const clock = new TravellingClock('2026-11-27T01:30:00Z');
  const publish = async (releaseId: string, version: number) => {
    clock.travel(60_000);
    const publication: Publication = {
      ...{
        releaseId,
        version,
        title: '关于望江桥封闭施工期间车辆绕行的通告',
        summary: '封闭施工。',
        organ: '市水务局',
      },
      ...{
        jointOrgans: [],
        column: '通知公告',
        keywords: ['桥'],
        portalUrl: `https://www.binhai.gov.example/r/${releaseId}.html`,
        images: [],
      },
      blocks: [
        ...blocksFromText('封闭施工。'),
        { type: 'heading', level: 2, runs: [{ text: '绕行' }] },
        {
          type: 'table',
          header: true,
          rows: [
            [[{ text: '路段' }], [{ text: '时间' }]],
            [[{ text: '东段' }], [{ text: '夜间' }]],
          ],
        },
        { type: 'paragraph', runs: [{ text: '办法全文', href: 'https://www.binhai.gov.example/a' }] },
      ],
      ...(version > 1 ? { correctionNote: '时间有误。' } : {}),
    };
    const attempt = anAttempt({
      ...{ releaseId, version, settings, secrets: {}, portalUrl: '' },
      ports: {
        http: { request: () => Promise.reject(new Error('the page is not read back')) },
        ...{ mail: new FakeMail(), files: new DiskFiles(), clock, log: new MemoryLog() },
      },
    });
    expect(await channel.send(channel.preview(publication, settings), attempt)).toMatchObject({
      kind: 'delivered',
    });
    return attempt;
  };
  for (const id of ['a', 'b', 'c']) await publish(id, 1);
  await channel.withdraw({ remoteId: '' }, await publish('c', 2));
  await publish('b', 2);
  const { port } = dispatcher.address() as AddressInfo;
  portal = await startPortal({
    ...{ host: '127.0.0.1', port: 0, settings },
    dispatcher: `http://127.0.0.1:${port}`,
  });
});

afterAll(async () => {
  await browser.close();
  await portal.close();
  dispatcher.closeAllConnections();
  dispatcher.close();
  await once(dispatcher, 'close');
  await rm(root, { recursive: true });
});

/** The three switches stand before the page and so in no landmark: a style reaches only what follows them. Each has its name. */
const faults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ exclude: [['.switch']] })");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

test.each(sizes)(
  'every kind of page is without a fault to axe, and no wider than $width',
  async (viewport) => {
    const page = await (await browser.newContext({ viewport, bypassCSP: true })).newPage();
    for (const path of paths) {
      await page.goto(`${portal.url}/${path}`);
      expect([path, await faults(page)]).toEqual([path, []]);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect([path, width]).toEqual([path, viewport.width]);
    }
    // The modes of reading, by keyboard, each alone and all at once.
    for (const mode of ['tone', 'elder', 'contrast']) {
      await page.goto(`${portal.url}/r/b.html`);
      await page.locator(`#${mode}`).focus();
      await page.keyboard.press('Space');
      expect([mode, await faults(page)]).toEqual([mode, []]);
    }
    await page.context().close();
  },
);

test('without scripts the pages are whole and the modes work; with them a mode is kept from page to page', async () => {
  const size = (page: Page) =>
    page.evaluate<string>("getComputedStyle(document.querySelector('.page')).fontSize");
  for (const javaScriptEnabled of [false, true]) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(`${portal.url}/r/b.html`);
    for (const text of ['更正说明', '封闭施工', '标识码', '检索'])
      expect(await page.locator('body').innerText()).toContain(text);
    expect(await size(page)).toBe('18px');
    await page.locator('#elder').focus();
    await page.keyboard.press('Space');
    expect(await size(page)).toBe('24px');
    await page.locator('.crumb a').first().click();
    await page.waitForURL(/index\.html$/u);
    expect(await size(page)).toBe(javaScriptEnabled ? '24px' : '18px');
    await page.locator('.find input').fill('桥');
    await page.locator('.find button').click();
    await page.waitForURL(/search\.html\?q=/u);
    expect(await page.locator('mark').innerText()).toBe('望江桥');
    expect(refused).toEqual([]);
    await page.context().close();
  }
});

/** What stands around the text must leave it room; this article has no picture. */
const mostBytes = 60_000;
test('an article, all that it loads but pictures included, is at most 60 kB on a phone', async () => {
  const page = await (await browser.newContext({ viewport: sizes[1] })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`${portal.url}/r/b.html`, { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
  await page.context().close();
});
