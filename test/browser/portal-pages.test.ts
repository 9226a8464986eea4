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
import {
  columnsOf,
  PortalChannel,
  portalSettings,
  PublishedIndexFake,
  writeOwed,
  type PortalSettings,
} from '@koujing/channels/portal';
import { TravellingClock } from '@koujing/kernel';
import type { Browser, Page } from 'playwright-core';
import { startPortal, type RunningPortal } from '../../apps/portal/portal.js';
import { openBrowser } from '../support/browser.js';

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const closedColumn = '便民提示';
const closedColumns = columnsOf([{ name: closedColumn }]);
const closedPath = `c/${closedColumns[0]?.slug}.html`;
/** One of each kind. */
const paths = [
  ...['index.html', 'c/notices.html', 'y/2026.html', 'map.html', 'changes.html'],
  ...['r/b.html', 'r/c.html', 'roster.html', 'conferences.html', 'no/such.html', 'search.html?q=桥'],
  closedPath,
];

/** Those that readers come for, in every mode. */
const readPaths = ['index.html', 'r/b.html', 'roster.html', 'conferences.html', 'search.html?q=桥'];

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
  const site = {
    ...{ root, baseUrl: 'https://www.binhai.gov.example', siteName: '滨海市人民政府门户网站' },
    ...{ siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001', host: '滨海市人民政府办公室' },
    ...{ icp: '示ICP备00000001号', contact: '0000-1234567', checkLive: false },
  };
  const settings = portalSettings.parse(site);
  const index = new PublishedIndexFake();
  // A column that the city has struck out since.
  const before = portalSettings.parse({ ...site, columns: closedColumns });
  await writeOwed(new DiskFiles(), before, index);
  const channel = new PortalChannel(index);
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
  await fillPress(index, settings);
  const { port } = dispatcher.address() as AddressInfo;
  portal = await startPortal({
    ...{ host: '127.0.0.1', port: 0, settings },
    dispatcher: { address: `http://127.0.0.1:${port}`, internalCa: null },
  });
});

/** A roster of several organs, and conferences in every state. */
const fillPress = async (index: PublishedIndexFake, settings: PortalSettings): Promise<void> => {
  const at = new Date('2026-11-27T01:30:00Z');
  const post = { post: '新闻发言人', name: '市水务局新闻发言人', title: '党组成员、副局长' };
  const lines = [post, { ...post, post: '新闻助理', name: '市水务局新闻助理', title: '办公室主任' }];
  index.roster = async () => ({
    ...{ year: 2026, publishedAt: at, publisher: '滨海市人民政府新闻办公室', csv: '机关' },
    organs: ['滨海市水务局', '滨海市文化广电旅游体育局'].map((organ) => ({ organ, lines })),
  });
  index.conferences = async () =>
    (['approved', 'held', 'changed', 'voided', 'cancelled'] as const).map((status, number) => ({
      ...{
        number: `滨新发会〔2026〕${number}号`,
        status,
        theme: '今冬明春防火和用火安全',
        name: '滨海市应急管理局',
      },
      ...{ host: '新闻发言人', startsAt: at, place: '滨海市新闻发布厅', approvedAt: at },
      ...{
        voidedAt: status === 'approved' ? null : at,
        successor: status === 'changed' ? '滨新发会〔2026〕9号' : null,
      },
      changed: status === 'changed' ? (['time', 'place'] as const) : [],
    }));
  await writeOwed(new DiskFiles(), settings, index);
};

afterAll(async () => {
  await browser.close();
  await portal.close();
  dispatcher.closeAllConnections();
  dispatcher.close();
  await once(dispatcher, 'close');
  await rm(root, { recursive: true });
});

/** What WCAG 2.2 asks and axe asks by itself only where it is told to. */
const newest = { 'target-size': { enabled: true } };
/** 7:1 for text of usual size (AAA): what the two modes for weak eyes promise. */
const enhanced = { 'color-contrast-enhanced': { enabled: true } };

interface Look {
  readonly rules?: Record<string, object>;
  readonly runOnly?: readonly string[];
}

/** The three switches stand before the page and so in no landmark: a style reaches only what follows them. Each has its name. */
const faults = async (page: Page, { rules, runOnly }: Look = {}): Promise<readonly string[]> => {
  const options = {
    rules: { ...newest, ...rules },
    resultTypes: ['violations'],
    ...(runOnly && { runOnly }),
  };
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: [['.switch']] }, ${JSON.stringify(options)})`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/** To read axe's megabyte costs as much as to ask it twice: it is put into each page once, and the page shown in every way. */
const opened = async (path: string): Promise<Page> => {
  const page = await (await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })).newPage();
  await page.goto(`${portal.url}/${path}`);
  await page.evaluate(axe.source);
  return page;
};

/** What the reader's system asks for, and what is chosen on the page; between two of them as little changes as may be. */
const choices: readonly (readonly ['light' | 'dark', ...string[]])[] = [
  ...([['light'], ['light', 'elder'], ['light', 'elder', 'contrast'], ['light', 'contrast']] as const),
  ...([['dark'], ['dark', 'elder'], ['dark', 'tone']] as const),
];
const modes = ['elder', 'contrast', 'tone'] as const;

/** By keyboard, as somebody without a mouse chooses. */
const choose = async (page: Page, chosen: readonly string[]): Promise<void> => {
  for (const mode of modes) {
    const control = page.locator(`#${mode}`);
    if ((await control.isChecked()) === chosen.includes(mode)) continue;
    await control.focus();
    await page.keyboard.press('Space');
    expect(await control.isChecked()).toBe(chosen.includes(mode));
  }
};

test.each(paths)(
  '%s is without a fault to axe and no wider than a desk or a phone, in every mode where readers come for it',
  async (path) => {
    const page = await opened(path);
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      for (const [colorScheme, ...chosen] of readPaths.includes(path) ? choices : choices.slice(0, 1)) {
        await page.emulateMedia({ colorScheme });
        await choose(page, chosen);
        const isForWeakEyes = chosen.includes('elder') || chosen.includes('contrast');
        const rules = isForWeakEyes ? enhanced : {};
        // All that differs between light and dark.
        const look =
          colorScheme === 'dark' ? { runOnly: ['color-contrast', ...Object.keys(rules)] } : { rules };
        const seen = [path, viewport.width, colorScheme, ...chosen];
        expect([...seen, await faults(page, look)]).toEqual([...seen, []]);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect([...seen, width]).toEqual([...seen, viewport.width]);
      }
      await choose(page, []);
    }
    await page.context().close();
  },
);

test('the check of contrast finds what the usual tone does not promise to weak eyes', async () => {
  const page = await opened('r/b.html');
  expect(await faults(page)).toEqual([]);
  expect(await faults(page, { rules: enhanced })).toContain('color-contrast-enhanced: <dt>主办单位</dt>');
  await page.context().close();
});

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
    await choose(page, modes);
    expect(await size(page)).toBe('24px');
    await page.locator('.crumb a').first().click();
    await page.waitForURL(/index\.html$/u);
    expect(await size(page)).toBe(javaScriptEnabled ? '24px' : '18px');
    for (const mode of modes) expect(await page.locator(`#${mode}`).isChecked()).toBe(javaScriptEnabled);
    await page.locator('.find input').fill('桥');
    await page.locator('.find button').click();
    await page.waitForURL(/search\.html\?q=/u);
    expect(await page.locator('mark').innerText()).toBe('望江桥');
    expect(refused).toEqual([]);
    await page.context().close();
  }
});

test('a column that was struck out says so, and leads on', async () => {
  const page = await opened(closedPath);
  expect(await page.locator('main').innerText()).toContain('不再更新');
  expect((await page.locator('nav').allInnerTexts()).join(' ')).not.toContain(closedColumn);
  await page.locator('main a', { hasText: '通知公告' }).first().click();
  await page.waitForURL(/c\/notices\.html$/u);
  await page.context().close();
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
