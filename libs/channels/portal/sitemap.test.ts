import { expect, test } from '@jest/globals';
import { portalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-index.js';
import { portalSitemap, sitemapLength } from './sitemap.js';

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
  column: '通知公告',
  publishedAt: new Date('2026-11-27T01:30:00Z'),
  updatedAt: new Date('2026-11-27T01:30:00Z'),
  ...change,
});

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, url]) => url ?? '');

test('the sitemap names the home page and every live page with the time of its last change', () => {
  const corrected = entry(2, { version: 2, updatedAt: new Date('2026-11-28T00:00:00Z') });
  expect(portalSitemap(settings, [corrected, entry(1)])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://www.haichuan.gov.example/index.html</loc><lastmod>2026-11-28T00:00:00.000Z</lastmod></url>
  <url><loc>https://www.haichuan.gov.example/r/018f0000-2.html</loc><lastmod>2026-11-28T00:00:00.000Z</lastmod></url>
  <url><loc>https://www.haichuan.gov.example/r/018f0000-1.html</loc><lastmod>2026-11-27T01:30:00.000Z</lastmod></url>
</urlset>
`);
});

test('an empty site has a valid sitemap of its home page', () => {
  expect(locations(portalSitemap(settings, []))).toEqual(['https://www.haichuan.gov.example/index.html']);
});

test('signs that XML keeps for itself are written as entities', () => {
  const xml = portalSitemap({ ...settings, baseUrl: "https://a.example/?x=1&y='<" }, []);
  expect(locations(xml)).toEqual(['https://a.example/?x=1&amp;y=&#39;&lt;/index.html']);
});

test('a larger site names its newest pages only, because a file over the limit is refused whole', () => {
  const many = Array.from({ length: sitemapLength + 5 }, (_, number) => entry(number));
  const listed = locations(portalSitemap(settings, many));
  expect(listed).toHaveLength(50_000);
  expect(listed[1]).toContain('018f0000-0.html');
});
