import { describe, expect, test } from '@jest/globals';
import { FakeHttp, HttpFailure, type FakeAnswer, type HttpRequest } from '@koujing/channel';
import { readDate } from './feed-date.js';
import { fetchPolitely } from './fetch-politely.js';
import { selectorsSchema } from './foreign-source.api.js';
import { readFeed } from './read-feed.js';
import { readPage } from './read-page.js';
import { Robots } from './robots.js';

const now = new Date('2026-11-23T09:00:00+08:00');

describe('dates as sites write them', () => {
  test.each([
    ['Mon, 23 Nov 2026 08:00:00 +0800', '2026-11-23T00:00:00.000Z', null],
    // The wrong weekday changes nothing.
    ['Fri, 23 Nov 2026 08:00:00 +0800', '2026-11-23T00:00:00.000Z', null],
    ['2026-11-22T00:00:00Z', '2026-11-22T00:00:00.000Z', null],
    ['2026-10-04 01:39:11.0', '2026-10-03T17:39:11.000Z', null],
    ['2026年11月22日 8:30', '2026-11-22T00:30:00.000Z', null],
    ['2026/11/22', '2026-11-21T16:00:00.000Z', null],
    ['2026-02-31 10:00', now.toISOString(), 'unreadable'],
    ['昨天下午', now.toISOString(), 'unreadable'],
    // Without an offset it would be read in the machine's own zone.
    ['Mon, 23 Nov 2026 08:00:00', now.toISOString(), 'unreadable'],
    ['0001-01-01T00:00:00Z', now.toISOString(), 'unreadable'],
    ['2027-01-01T00:00:00+08:00', now.toISOString(), 'future'],
    [undefined, now.toISOString(), 'missing'],
  ])('%s is %s (%s)', (said, at, fault) => {
    const read = readDate(said, now);
    expect([read.at.toISOString(), read.fault]).toEqual([at, fault]);
  });
});

const item = { guid: 'g1', url: 'https://water.example/1', title: '停水 & 通知', body: '第一段\n第二段' };
const html = '<p>第一段</p><script>x()</script><p>第二段</p>';
const encoded = html.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test.each([
  [
    'RSS',
    `<rss version="2.0"><channel><title>t</title><link>https://water.example/</link><description>d</description><item><title>停水 &amp;amp; 通知</title><link>/1#top</link><guid isPermaLink="false">g1</guid><pubDate>Mon, 23 Nov 2026 08:00:00 +0800</pubDate><description>${encoded}</description></item></channel></rss>`,
  ],
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><id>i</id><title>t</title><updated>2026-11-23T00:00:00Z</updated><entry><id>g1</id><title>停水 &amp; 通知</title><link href="https://water.example/1"/><updated>2026-11-23T00:00:00Z</updated><content type="html">${encoded}</content></entry></feed>`,
  ],
  [
    'JSON Feed',
    JSON.stringify({
      ...{ version: 'https://jsonfeed.org/version/1.1', title: 't' },
      items: [
        {
          id: 'g1',
          url: item.url,
          title: '停水 &amp; 通知',
          content_html: html,
          date_published: '2026-11-23T08:00:00+08:00',
        },
      ],
    }),
  ],
])('%s is read into titles, texts, addresses and times', (_, text) => {
  expect(readFeed(text, 'https://water.example/feed', now)).toEqual([
    { ...item, publishedAt: new Date('2026-11-23T00:00:00Z'), dateFault: null },
  ]);
});

test('a page is no feed, and is not taken for an empty one', () => {
  expect(() => readFeed('<html><body>404</body></html>', 'https://water.example/', now)).toThrow();
});

test('a page without a feed is read by selectors; what leads nowhere is no item', () => {
  const page = `<ul><li><a href="/n/1">停水通知</a><span>2026-11-22</span></li><li><a href="javascript:void(0)">更多</a></li></ul>`;
  const selectors = selectorsSchema.parse({ item: 'li', date: 'span' });
  expect(readPage(page, selectors, { base: 'https://water.example/list/', heardAt: now })).toEqual([
    {
      ...{ guid: 'https://water.example/n/1', url: 'https://water.example/n/1', title: '停水通知', body: '' },
      ...{ publishedAt: new Date('2026-11-21T16:00:00Z'), dateFault: null },
    },
  ]);
});

describe('a site is read politely', () => {
  const reply = (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): FakeAnswer => ({
    ...{ status, headers, body: Buffer.from(body) },
  });
  const reading = (answer: (request: HttpRequest) => FakeAnswer, robots = '') => {
    const http = new FakeHttp((request) =>
      request.url.endsWith('/robots.txt') ? reply(200, {}, robots) : answer(request),
    );
    const reach = { http, innerHosts: ['127.0.0.1:8081'], userAgent: 'KoujingWatch/1.0' };
    const url = 'https://water.example/feed';
    const wanted = { url, etag: '"1"', lastModified: 'Sun, 22 Nov 2026 00:00:00 GMT', accept: '*/*' };
    return {
      http,
      look: (at = url) => fetchPolitely({ ...wanted, url: at }, reach, new Robots(reach, () => 0)),
    };
  };

  test('it says who it is and what it has, and nothing is read anew where nothing changed', async () => {
    const { http, look } = reading(() => reply(304));
    expect(await look()).toEqual({ kind: 'unchanged' });
    expect(http.requests.at(-1)).toMatchObject({
      reach: 'public',
      headers: {
        ...{ 'user-agent': 'KoujingWatch/1.0', 'if-none-match': '"1"' },
        'if-modified-since': 'Sun, 22 Nov 2026 00:00:00 GMT',
      },
    });
  });

  test('what robots.txt asks to leave alone is not asked for', async () => {
    const { http, look } = reading(() => reply(200), 'User-agent: *\nDisallow: /feed');
    expect((await look()).kind).toBe('refused');
    expect(http.requests.map(({ url }) => url)).toEqual(['https://water.example/robots.txt']);
  });

  test('a site that asks for a pause between two questions gets it, and a long one ends the look', async () => {
    const rests: number[] = [];
    const asked = async (robots: string) => {
      rests.length = 0;
      const http = new FakeHttp((request) =>
        request.url.endsWith('/robots.txt') ? reply(200, {}, robots) : reply(200, {}, 'x'),
      );
      const reach = { http, innerHosts: [], userAgent: 'KoujingWatch/1.0' };
      const site = new Robots(
        reach,
        () => 0,
        async (ms) => rests.push(ms),
      );
      return [await site.allow('https://water.example/1'), await site.allow('https://water.example/2')];
    };
    expect(await asked('User-agent: *\nCrawl-delay: 5')).toEqual([{ kind: 'allowed' }, { kind: 'allowed' }]);
    expect(rests).toEqual([5_000]);
    expect(await asked('User-agent: *\nCrawl-delay: 120')).toMatchObject([
      { kind: 'allowed' },
      { kind: 'later', waitMs: 120_000 },
    ]);
    expect(rests).toEqual([]);
  });

  test.each([
    ['120', 120_000],
    ['Mon, 23 Nov 2026 02:00:00 GMT', 3_600_000],
  ])('a site that asks to come later (%s) is left alone so long', async (value, waitMs) => {
    const { look } = reading(() =>
      reply(429, { 'retry-after': value, date: 'Mon, 23 Nov 2026 01:00:00 GMT' }),
    );
    expect(await look()).toMatchObject({ kind: 'later', waitMs });
  });

  test.each([
    'http://10.0.0.8/feed',
    'http://localhost/feed',
    'http://127.0.0.1:8082/',
    'file:///etc/passwd',
  ])('a redirect to %s is refused and not followed', async (location) => {
    const { http, look } = reading(() => reply(302, { location }));
    expect((await look()).kind).toBe('refused');
    expect(new Set(http.requests.map(({ url }) => new URL(url).host))).toEqual(new Set(['water.example']));
  });

  test('a name that leads to a private address is refused where it is connected to', async () => {
    const { look } = reading(() => new HttpFailure('No answer from inner.example.', 'no', true));
    expect(await look()).toMatchObject({ kind: 'refused' });
  });

  test('a host inside that the operator lists is read, and no other port of it', async () => {
    const { http, look } = reading(() => reply(200, { 'content-type': 'text/xml' }, '<rss/>'));
    expect((await look('http://127.0.0.1:8081/feed')).kind).toBe('read');
    expect(http.requests.at(-1)?.reach).toBeUndefined();
    expect((await look('http://127.0.0.1:8080/feed')).kind).toBe('refused');
  });

  test('a circle of redirects ends', async () => {
    const { look } = reading(() => reply(301, { location: '/feed' }));
    expect(await look()).toMatchObject({ kind: 'failed' });
  });

  test('GBK is read as what it is', async () => {
    const gbk = Buffer.from([0xcd, 0xa3, 0xcb, 0xae]);
    const { look } = reading(() => ({
      ...{ status: 200, headers: { 'content-type': 'text/html; charset=gb2312' }, body: gbk },
    }));
    expect(await look()).toMatchObject({ kind: 'read', text: '停水' });
  });
});
