import { expect, test } from '@jest/globals';
import { portalFeed } from './feed.js';
import { columnOf, portalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-index.js';

const settings = portalSettings.parse({
  root: 'site',
  baseUrl: 'https://www.haichuan.gov.example',
  siteName: '海川市人民政府门户网站',
  siteDomain: 'www.haichuan.gov.example',
  siteIdCode: 'bm00000003',
  host: '海川市人民政府办公室',
});

const entry = (number: number, change: Partial<PublishedEntry> = {}): PublishedEntry => ({
  releaseId: `018f0000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`,
  version: 1,
  path: `r/018f0000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}.html`,
  title: `第${number}号通告`,
  summary: '桥面限高 < 3 米 & 限重',
  organ: '市交通运输局',
  column: '通知公告',
  publishedAt: new Date('2026-11-27T01:30:00Z'),
  updatedAt: new Date('2026-11-27T01:30:00Z'),
  ...change,
});

const all = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map((match) => match[1] ?? '');

test('links are absolute, dates are RFC 822 with the right weekday, identifiers are unique and no addresses', () => {
  const xml = portalFeed(settings, [entry(1), entry(2)]);
  for (const link of all(xml, /<link>([^<]*)<\/link>/gu)) expect(link).toMatch(/^https:\/\//u);
  expect(all(xml, /<pubDate>([^<]*)<\/pubDate>/gu)).toEqual(Array(2).fill('Fri, 27 Nov 2026 01:30:00 GMT'));
  const guids = all(xml, /<guid isPermaLink="false">([^<]*)<\/guid>/gu);
  expect(new Set(guids).size).toBe(2);
  for (const guid of guids) expect(guid).toMatch(/^urn:uuid:[0-9a-f-]{36}$/u);
  expect(xml).toContain(
    'href="https://www.haichuan.gov.example/feed.xml" rel="self" type="application/rss+xml"',
  );
  expect(xml).toContain('桥面限高 &lt; 3 米 &amp; 限重');
});

test('a corrected release keeps its identifier and its date', () => {
  const before = portalFeed(settings, [entry(1)]);
  const after = portalFeed(settings, [entry(1, { version: 2, updatedAt: new Date('2026-11-27T05:00:00Z') })]);
  expect(all(after, /<guid[^>]*>([^<]*)/gu)).toEqual(all(before, /<guid[^>]*>([^<]*)/gu));
  expect(all(after, /<pubDate>([^<]*)/gu)).toEqual(all(before, /<pubDate>([^<]*)/gu));
  expect(all(after, /<lastBuildDate>([^<]*)/gu)).toEqual(['Fri, 27 Nov 2026 05:00:00 GMT']);
});

test('the same entries give the same bytes, and none give a valid empty feed', () => {
  const column = columnOf(settings, '通知公告');
  expect(portalFeed(settings, [entry(1)], column)).toBe(portalFeed(settings, [entry(1)], column));
  expect(portalFeed(settings, [entry(1)], column)).toContain(
    'https://www.haichuan.gov.example/c/notices.html',
  );
  expect(portalFeed(settings, [])).not.toMatch(/<item>|lastBuildDate/u);
});

test('a control character or a CDATA end in a title does not break the feed', () => {
  const xml = portalFeed(settings, [entry(1, { title: '通告\u0008]]>\uD800<b>' })]);
  expect(['\u0008', '\uD800'].filter((character) => xml.includes(character))).toEqual([]);
  expect(all(xml, /<item>\s*<title>(.*)<\/title>/gu)).toEqual(['<![CDATA[通告]]]]><![CDATA[><b>]]>']);
});
