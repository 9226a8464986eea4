import { expect, test } from '@jest/globals';
import { portalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-entry.js';
import { nothingForThePress } from './press.js';
import { everySitesPages, newsSitemap, pressPages, sitemapIndex, sitemapPart } from './sitemap.js';

const settings = portalSettings.parse({
  root: 'site',
  baseUrl: 'https://www.haichuan.gov.example',
  siteName: '海川市人民政府门户网站',
  siteDomain: 'www.haichuan.gov.example',
  siteIdCode: 'bm00000003',
  host: '海川市人民政府办公室',
});

const entry = (number: number, change: Partial<PublishedEntry> = {}): PublishedEntry => ({
  releaseId: `018f0000-${number}`,
  version: 1,
  path: `r/018f0000-${number}.html`,
  title: '通告',
  summary: '',
  organ: '市交通运输局',
  organs: ['市交通运输局'],
  column: '通知公告',
  publishedAt: new Date('2026-11-27T01:30:00Z'),
  updatedAt: new Date('2026-11-27T01:30:00Z'),
  ...change,
});

const home = { path: 'index.html', changedAt: null };

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, url]) => url ?? '');

test('a part names its live pages, oldest first, with the time of their last change, and the home page first', () => {
  const corrected = entry(2, { version: 2, updatedAt: new Date('2026-11-28T00:00:00Z') });
  expect(sitemapPart(settings, [corrected, entry(1)], [home])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://www.haichuan.gov.example/index.html</loc></url>
  <url><loc>https://www.haichuan.gov.example/r/018f0000-1.html</loc><lastmod>2026-11-27T01:30:00.000Z</lastmod></url>
  <url><loc>https://www.haichuan.gov.example/r/018f0000-2.html</loc><lastmod>2026-11-28T00:00:00.000Z</lastmod></url>
</urlset>
`);
});

test('the index names each part with its last change, and an empty site a part of its home page', () => {
  const changedAt = new Date('2026-11-28T00:00:00Z');
  expect(
    locations(
      sitemapIndex(
        settings,
        [
          { part: 1, changedAt },
          { part: 2, changedAt },
        ],
        null,
      ),
    ),
  ).toEqual(['1', '2'].map((part) => `https://www.haichuan.gov.example/sitemap/${part}.xml`));
  expect(locations(sitemapIndex(settings, [], null))).toEqual([
    'https://www.haichuan.gov.example/sitemap/1.xml',
  ]);
  expect(locations(sitemapPart(settings, [], [home]))).toEqual([
    'https://www.haichuan.gov.example/index.html',
  ]);
});

test('the roster and the conferences are found from the day on which there is one, with the day of their last change', async () => {
  expect(await pressPages(nothingForThePress)).toEqual([]);
  const [at, later] = [new Date('2026-11-27T01:30:00Z'), new Date('2026-11-29T01:30:00Z')];
  const pages = await pressPages({ changedAt: async (page) => (page === 'roster' ? at : later) });
  expect(pages).toEqual([
    { path: 'roster.html', changedAt: at },
    { path: 'conferences.html', changedAt: later },
  ]);
  const index = sitemapIndex(settings, [{ part: 1, changedAt: at }], later);
  expect(index).toContain(`<lastmod>${later.toISOString()}</lastmod>`);
  const part = locations(sitemapPart(settings, [], [...everySitesPages(settings), ...pages]));
  expect(part.map((url) => url.replace('https://www.haichuan.gov.example/', ''))).toEqual([
    ...['index.html', ...settings.columns.map(({ slug }) => `c/${slug}.html`), 'map.html', 'changes.html'],
    ...['roster.html', 'conferences.html'],
  ]);
});

test('a part whose pages are all withdrawn stays valid', () => {
  expect(locations(sitemapPart(settings, []))).toEqual(['https://www.haichuan.gov.example/index.html']);
});

test('signs that XML keeps for itself are written as entities', () => {
  const xml = sitemapPart({ ...settings, baseUrl: "https://a.example/?x=1&y='<" }, [], [home]);
  expect(locations(xml)).toEqual(['https://a.example/?x=1&amp;y=&#39;&lt;/index.html']);
});

test('the news sitemap holds the two days before the newest release, in Beijing time', () => {
  const old = entry(1, { publishedAt: new Date('2026-11-25T01:29:00Z') });
  const xml = newsSitemap(settings, [entry(3, { title: '桥<梁> \u0008通告' }), old]);
  expect(locations(xml)).toEqual(['https://www.haichuan.gov.example/r/018f0000-3.html']);
  expect(xml).toContain('<news:publication_date>2026-11-27T09:30:00.000+08:00</news:publication_date>');
  expect(xml).toContain('<news:title>桥&lt;梁&gt; 通告</news:title>');
});
