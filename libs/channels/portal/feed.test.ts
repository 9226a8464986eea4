import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { portalFeeds } from './feed.js';
import { portalSettings, type PortalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-entry.js';
import type { ListName } from './site-list.js';

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
  organs: ['市交通运输局'],
  column: '通知公告',
  publishedAt: new Date('2026-11-27T01:30:00Z'),
  updatedAt: new Date('2026-11-27T01:30:00Z'),
  ...change,
});

const feeds = (
  entries: readonly PublishedEntry[],
  list: ListName = 'site',
  change: Partial<PortalSettings> = {},
) => {
  const [rss = '', atom = '', json = ''] = portalFeeds({ ...settings, ...change }, list, entries).values();
  return { rss, atom, json };
};
const rssOf = (entries: readonly PublishedEntry[], list: ListName = 'site'): string =>
  feeds(entries, list).rss;

const all = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map((match) => match[1] ?? '');

test('links are absolute, dates are RFC 822 with the right weekday, identifiers are unique and no addresses', () => {
  const xml = rssOf([entry(1), entry(2)]);
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
  const before = rssOf([entry(1)]);
  const after = rssOf([entry(1, { version: 2, updatedAt: new Date('2026-11-27T05:00:00Z') })]);
  expect(all(after, /<guid[^>]*>([^<]*)/gu)).toEqual(all(before, /<guid[^>]*>([^<]*)/gu));
  expect(all(after, /<pubDate>([^<]*)/gu)).toEqual(all(before, /<pubDate>([^<]*)/gu));
  expect(all(after, /<lastBuildDate>([^<]*)/gu)).toEqual(['Fri, 27 Nov 2026 05:00:00 GMT']);
});

test('the same entries give the same bytes, and none give a valid empty feed', () => {
  const column = 'column:通知公告';
  expect(rssOf([entry(1)], column)).toBe(rssOf([entry(1)], column));
  expect(rssOf([entry(1)], column)).toContain('https://www.haichuan.gov.example/c/notices.html');
  expect(rssOf([])).not.toMatch(/<item>|lastBuildDate/u);
});

test('a control character or a CDATA end in a title does not break the feed', () => {
  const xml = rssOf([entry(1, { title: '通告\u0008]]>\uD800<b>' })]);
  const { rss, atom, json } = feeds([], 'organ:市\u0008水务局', { siteName: '海川\u0001门户' });
  for (const feed of [xml, rss, atom, json])
    expect(
      ['\u0001', '\\u0001', '\u0008', '\\b', '\uD800'].filter((character) => feed.includes(character)),
    ).toEqual([]);
  expect(all(xml, /<item>\s*<title>(.*)<\/title>/gu)).toEqual(['<![CDATA[通告]]]]><![CDATA[><b>]]>']);
});

test('readers written elsewhere find the same in all three, and the hub where there is one', async () => {
  const corrected = entry(2, { version: 2, updatedAt: new Date('2026-11-27T05:00:00Z') });
  const { rss, atom, json } = feeds([corrected, entry(1)], 'organ:市交通运输局', {
    hub: 'https://hub.gov.example/',
  });
  const titles = ['第2号通告', '第1号通告'];
  const read = await new RssParser().parseString(rss);
  expect(read.items.map(({ title }) => title)).toEqual(titles);
  const readAtom = await new RssParser().parseString(atom);
  expect(readAtom.items.map(({ title, id }) => [title, id])).toEqual(
    [corrected, entry(1)].map(({ title, releaseId }) => [title, `urn:uuid:${releaseId}`]),
  );
  const parsed = parseAtomFeed(atom);
  expect(parsed.entries?.map(({ updated }) => updated)).toEqual([
    '2026-11-27T05:00:00.000Z',
    '2026-11-27T01:30:00.000Z',
  ]);
  const parsedJson = parseJsonFeed(json);
  expect(parsedJson.items?.map(({ title }) => title)).toEqual(titles);
  expect(parsedJson.hubs).toEqual([{ type: 'WebSub', url: 'https://hub.gov.example/' }]);
  for (const feed of [rss, atom]) expect(feed).toContain('href="https://hub.gov.example/" rel="hub"');
});

const python = '/usr/bin/python3';
const testFeedparser = spawnSync(python, ['-c', 'import feedparser']).status === 0 ? test : test.skip;

testFeedparser(
  'feedparser finds nothing wrong with RSS and Atom, and reads the same titles, times and identities',
  () => {
    const { rss, atom } = feeds([entry(2, { title: '通告\u0008<b>]]>' }), entry(1)], 'organ:市交通运输局');
    const program = `
import feedparser, json, sys
told = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({'bozo': int(told.bozo), 'title': told.feed.title, 'entries': [[e.id, e.title, list(e.published_parsed)[:5]] for e in told.entries]}))`;
    const read = (feed: string): unknown =>
      JSON.parse(execFileSync(python, ['-c', program], { input: feed, encoding: 'utf8' }));
    const at = [2026, 11, 27, 1, 30];
    const found = read(atom);
    expect(found).toMatchObject({
      bozo: 0,
      title: '海川市人民政府门户网站 · 市交通运输局',
      entries: [
        [`urn:uuid:${entry(2).releaseId}`, expect.any(String), at],
        [`urn:uuid:${entry(1).releaseId}`, '第1号通告', at],
      ],
    });
    expect(read(rss)).toMatchObject({
      bozo: 0,
      entries: [
        [`urn:uuid:${entry(2).releaseId}`, expect.any(String), at],
        [`urn:uuid:${entry(1).releaseId}`, '第1号通告', at],
      ],
    });
  },
);
