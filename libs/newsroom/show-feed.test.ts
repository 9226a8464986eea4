import { expect, test } from '@jest/globals';
import type { Audience } from '@koujing/media';
import RssParser from 'rss-parser';
import type { NewsroomParts } from './newsroom-parts.js';
import { ShowFeed } from './show-feed.js';
import type { Visitor } from './show-newsroom.js';
import type { ListedRelease } from './shown-releases.sql.js';

const release = (releaseId: string, changedAt: string): ListedRelease => ({
  ...{
    releaseId,
    title: '停水通告',
    summary: '夜间停水。',
    organ: '市水务局',
    column: '通知公告',
    version: 1,
  },
  ...{ publishedAt: new Date('2026-11-20T01:00:00Z'), changedAt: new Date(changedAt) },
});

const feedOf = async (releases: readonly ListedRelease[]): Promise<string> => {
  const queries = {};
  const parts = {
    // The list is asked as a replica is: by the name of the read.
    database: { queries, late: async (_: string, read: (asked: object) => unknown) => read(queries) },
    audience: { ofOutlet: async () => [{ id: 'l', name: '供水消息' }] },
    shown: { ofList: async () => releases },
    ...{ newsroomUrl: 'https://media.binhai.gov.example/newsroom' },
    portalUrl: (id: string) => `https://www.binhai.gov.example/r/${id}.html`,
  };
  const show = new ShowFeed(parts as unknown as NewsroomParts & { readonly audience: Audience });
  const visitor = { token: 'token', outlet: { id: 'evening' } } as unknown as Visitor;
  return (await show.perform(visitor, 'l')) ?? '';
};

test('a list says when it changed last, and the same list the same bytes whenever it is asked for', async () => {
  const releases = [release('a', '2026-11-20T01:00:00Z'), release('b', '2026-11-21T02:03:04Z')];
  const feed = await feedOf(releases);
  expect((await new RssParser().parseString(feed)).lastBuildDate).toBe('Sat, 21 Nov 2026 02:03:04 GMT');
  expect(await feedOf(releases)).toBe(feed);
  const empty = await new RssParser().parseString(await feedOf([]));
  expect([empty.items.length, empty.lastBuildDate]).toEqual([0, undefined]);
});
