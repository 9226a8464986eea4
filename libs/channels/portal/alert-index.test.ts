import { expect, test } from '@jest/globals';
import { parseAtomFeed } from 'feedsmith';
import { alertIndex } from './alert-index.js';

const site = { baseUrl: 'https://www.binhai.gov.example', siteName: '滨海市人民政府门户网站' };
const entry = {
  ...{ identifier: 'koujing-x-1', headline: '暴雨 & \u0008大风', senderName: '滨海市气象台' },
  sentAt: new Date('2026-11-23T07:00:00.123Z'),
};

test('the index leads to each message, as a feed reader that nobody here wrote reads it', () => {
  const feed = parseAtomFeed(alertIndex(site, [entry]));
  expect(feed.links?.[0]).toMatchObject({ rel: 'self', href: `${site.baseUrl}/cap/index.atom` });
  expect(feed.updated).toBe('2026-11-23T07:00:00.123Z');
  expect(feed.entries?.[0]).toMatchObject({
    ...{ id: 'urn:koujing:cap:koujing-x-1', title: { value: '暴雨 & 大风' } },
    links: [{ href: `${site.baseUrl}/cap/koujing-x-1.cap.xml`, type: 'application/cap+xml' }],
  });
});

test('a city that warned of nothing yet has an index all the same, which says so', () => {
  const feed = parseAtomFeed(alertIndex(site, []));
  expect(feed).toMatchObject({ title: { value: '滨海市人民政府门户网站 预警信息' } });
  expect(feed.entries ?? []).toEqual([]);
  expect(alertIndex(site, [])).toBe(alertIndex(site, []));
});
