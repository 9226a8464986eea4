import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { portalSettings, webSubLinks } from '@koujing/channels/portal';
import { Problem } from '@koujing/kernel';
import { startPortal, type RunningPortal } from './portal.js';

let root: string;
let portal: RunningPortal;

const settingsFor = (folder: string) =>
  portalSettings.parse({
    root: folder,
    baseUrl: 'http://127.0.0.1:8080',
    siteName: '海川市人民政府门户网站',
    siteDomain: 'www.haichuan.gov.example',
    siteIdCode: 'bm00000003',
    host: '海川市人民政府办公室',
  });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'koujing-portal-'));
  portal = await startPortal({ host: '127.0.0.1', port: 0, settings: settingsFor(root) });
});

afterAll(async () => {
  await portal.close();
  await rm(root, { recursive: true });
});

const put = async (path: string, content: string): Promise<void> => {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), content);
};
/** `fetch` asks for a fresh copy as soon as a condition is given; a browser does not. */
const statusWith = async (path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    get(`${portal.url}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).once('error', reject);
  });
const open = (path: string, init: RequestInit = {}) => fetch(`${portal.url}${path}`, init);

test('an empty site shows a friendly home page, its columns and valid feeds', async () => {
  for (const path of ['/', '/index.html', '/c/news.html']) {
    const answer = await open(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('订阅 RSS');
  }
  const feed = await open('/feed.xml');
  expect(feed.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
  expect(await feed.text()).toContain('<rss');
});

test('search engines are told where the sitemap is, and it is served as XML', async () => {
  const robots = await open('/robots.txt');
  expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await robots.text()).toContain('Sitemap: http://127.0.0.1:8080/sitemap.xml');
  const empty = await open('/sitemap.xml');
  expect(empty.status).toBe(200);
  expect(empty.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(await empty.text()).toContain('<loc>http://127.0.0.1:8080/sitemap/1.xml</loc>');
  const part = await open('/sitemap/1.xml');
  expect(part.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(await part.text()).toContain('<loc>http://127.0.0.1:8080/index.html</loc>');
});

test('where the public comes by https, browsers are told to come by nothing else for a year', async () => {
  expect((await open('/robots.txt')).headers.get('strict-transport-security')).toBeNull();
  const settings = { ...settingsFor(root), baseUrl: 'https://www.binhai.gov.example' };
  const secure = await startPortal({ host: '127.0.0.1', port: 0, settings });
  try {
    const answer = await fetch(`${secure.url}/robots.txt`);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  } finally {
    await secure.close();
  }
});

test('a page is served with a strict policy, an ETag and no stale copies', async () => {
  await put('r/a1.html', '<!doctype html><p>已发布</p>');
  const answer = await open('/r/a1.html');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('已发布');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  const etag = answer.headers.get('etag') ?? '';
  expect(await statusWith('/r/a1.html', { 'if-none-match': etag })).toBe(304);
});

test('a withdrawn release answers 410 with its notice, even while the page still lies there', async () => {
  await put('r/b2.html', '<p>原文</p>');
  await put('r/b2.gone.html', '<p>本页内容已撤回</p>');
  for (const path of ['/r/b2.html', '/r/b2.html?from=weibo', '//r/b2.html', '/r/b2%2ehtml', '/r/./b2.html']) {
    const answer = await open(path);
    expect([path, await answer.text()]).toEqual([path, expect.not.stringContaining('原文')]);
    expect([403, 404, 410]).toContain(answer.status);
  }
  const answer = await open('/r/b2.html');
  expect(answer.status).toBe(410);
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
});

test('a feed names its hub and itself in its header (WebSub), also while it is empty, and nothing else does', async () => {
  const hub = 'https://hub.example/';
  const settings = { ...settingsFor(root), hub, baseUrl: 'https://www.haichuan.gov.example' };
  const served = await startPortal({ host: '127.0.0.1', port: 0, settings });
  const organ = `o/${'0'.repeat(12)}`;
  for (const path of [`${organ}.atom`, 'r/c1.html', 'sitemap.xml']) await put(path, '<x/>');
  const linkOf = async (path: string, init: RequestInit = {}) =>
    (await fetch(`${served.url}/${path}`, init)).headers.get('link');
  const feeds = ['feed.xml', 'feed.atom', 'feed.json', 'c/news.xml', 'c/news.json', `${organ}.atom`];
  for (const path of feeds)
    for (const method of ['GET', 'HEAD'])
      expect([path, await linkOf(path, { method })]).toEqual([
        path,
        `<${hub}>; rel="hub", <https://www.haichuan.gov.example/${path}>; rel="self"`,
      ]);
  for (const path of ['', 'r/c1.html', 'sitemap.xml', 'c/news.html', 'cap/index.atom', 'no/feed.xml'])
    expect([path, await linkOf(path)]).toEqual([path, null]);
  await served.close();
  expect((await open('/feed.xml')).headers.get('link')).toBeNull();
});

test('nginx, as the documentation sets it up, says the same of the same feeds', async () => {
  const text = await readFile(new URL('../../docs/portal.md', import.meta.url), 'utf8');
  const [, pattern = '', link = ''] = /location ~ (\S+) \{\s+add_header Link '([^']+)'/u.exec(text) ?? [];
  const hub = 'https://hub.example/';
  const baseUrl = 'https://www.binhai.gov.example';
  const organ = `o/${'0'.repeat(12)}`;
  const feeds = ['feed.xml', 'feed.atom', 'feed.json', 'c/news.xml', 'c/news.json', `${organ}.atom`];
  for (const path of [
    ...feeds,
    'sitemap.xml',
    'c/news.html',
    'cap/index.atom',
    'news-sitemap.xml',
    'c/a/1.xml',
  ]) {
    const said = new RegExp(pattern, 'u').test(`/${path}`) ? link.replace('$uri', `/${path}`) : null;
    expect([path, said]).toEqual([path, webSubLinks(path, { hub, baseUrl })]);
  }
});

test('notices and half-written files cannot be opened by themselves', async () => {
  await put('.writing/0193', '半截');
  expect((await open('/r/b2.gone.html')).status).toBe(404);
  for (const path of ['/.writing/0193', '//.writing/0193', '/.writing%2f0193', '/r/../.writing/0193'])
    expect([path, await (await open(path)).text()]).toEqual([path, expect.not.stringContaining('半截')]);
  await put('server/gone.map', '/r/b2.html 1;');
  for (const path of ['/server/gone.map', '//server/gone.map', '/server%2fgone.map', '/./server/gone.map'])
    expect([path, await (await open(path)).text()]).toEqual([path, expect.not.stringContaining('b2.html')]);
});

test('an address without a page answers 404 with a page in the site’s look', async () => {
  const answer = await open('/no/such/page');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('没有这个页面');
  for (const path of ['//', '//?', '/%']) expect((await open(path)).status).toBeLessThan(500);
});

test('pictures are kept for a year, because their name is their digest', async () => {
  await put(`a/${'0'.repeat(64)}.png`, 'png');
  const answer = await open(`/a/${'0'.repeat(64)}.png`);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('cache-control')).toContain('immutable');
});

test('nothing outside the site can be read', async () => {
  await writeFile(`${root}-secret.html`, '机密');
  for (const path of [`/..%2f${root.split('/').at(-1)}-secret.html`, '/%2e%2e/%2e%2e/etc/passwd'])
    expect(await (await open(path)).text()).not.toMatch(/机密|root:/u);
  await rm(`${root}-secret.html`);
});

test('a taken port is told in one sentence that names it', async () => {
  const port = Number(new URL(portal.url).port);
  const second = startPortal({ host: '127.0.0.1', port, settings: settingsFor(root) });
  await expect(second).rejects.toThrow(Problem);
  await expect(second).rejects.toThrow(`127.0.0.1:${port} 已被占用`);
});

test('the search page is the dispatcher’s answer without a script, and says so where nobody answers', async () => {
  expect(await (await open('/search.html?q=%E6%A1%A5')).text()).toContain('检索由发布系统提供');
  const asked: string[] = [];
  const dispatcher = createServer((request, reply) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    const hit = { path: 'r/1.html', title: [{ text: '望江桥', hit: true }], excerpt: [], organ: '市水务局' };
    const hits = [{ ...hit, column: '通知公告', pubDate: '2026-11-27 09:30' }];
    reply.setHeader('content-type', 'application/json');
    reply.end(
      JSON.stringify({ hits, total: 1, pageSize: 20, isPartial: false, organs: ['市水务局'], columns: [] }),
    );
  }).listen(0, '127.0.0.1');
  await once(dispatcher, 'listening');
  const { port } = dispatcher.address() as AddressInfo;
  const searching = await startPortal({
    ...{ host: '127.0.0.1', port: 0, settings: settingsFor(root) },
    dispatcher: { address: `http://127.0.0.1:${port}`, internalCa: null },
  });
  const search = (query: string) => fetch(`${searching.url}/search.html?${query}`);
  const answer = await search('q=望江桥&organ=市水务局&from=2026-11-01&page=x');
  const html = await answer.text();
  expect([answer.status, asked]).toEqual([
    200,
    ['/api/portal/search?q=望江桥&organ=市水务局&from=2026-11-01&page=1'],
  ]);
  // What is no day, and what no text can hold, is not asked for.
  await search('q=%00桥&from=2026-02-31&page=51');
  expect(asked[1]).toBe('/api/portal/search?q=桥&page=1');
  expect(html).toContain('<mark>望江桥</mark>');
  expect(html).toContain('找到 1 篇');
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  dispatcher.closeAllConnections();
  dispatcher.close();
  await once(dispatcher, 'close');
  const silent = await search('q=桥');
  expect([silent.status, await silent.text()]).toEqual([503, expect.stringContaining('现在没有应答')]);
  await searching.close();
});
