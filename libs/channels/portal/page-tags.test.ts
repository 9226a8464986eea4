import { blocksFromText } from '@koujing/block';
import { anAttempt, FakeMail, MemoryFiles, MemoryLog, type Publication } from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { portalSearchPage } from '@koujing/template';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { PortalChannel } from './portal-channel.js';
import { portalSettings, siteOf } from './portal-settings.js';
import type { PublishedNotice } from './press.js';
import { PublishedIndexFake } from './published-index-fake.js';
import { rebuildSite } from './rebuild-site.js';

/** A column without words of its own, as a city may name it. */
const bare = { name: '便民提示', slug: 'tips' };
const settings = portalSettings.parse({
  ...{ root: '/site', baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
  ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
  ...{ checkLive: false, columns: [{ name: '通知公告', slug: 'notices' }, bare] },
});

/** 国办发〔2017〕47号, annex: what is 必选 at each level (CHANNELS.md D2). */
const siteTags = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const columnTags = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const articleTags = ['ArticleTitle', 'PubDate', 'ContentSource'];
const columnTypes = [
  ...['首页', '概况信息', '机构职能', '负责人信息', '工作动态', '政策文件', '信息公开指南', '信息公开目录'],
  ...['信息公开年报', '依法申请公开', '数据发布', '数据开放', '政策解读', '回应关切', '办事服务', '咨询投诉'],
  ...['征集调查', '在线访谈'],
];
/** These are articles of the annex: each has a title, a time and a source of its own. */
const isArticle = (path: string, html: string): boolean =>
  /^(?:r\/[\w-]+|roster|conferences)\.html$/u.test(path) && !/noindex/u.test(html);

const clock = new TravellingClock('2026-12-20T01:30:00Z');
const ports = {
  http: { request: () => Promise.reject(new Error('the site is not asked')) },
  ...{ mail: new FakeMail(), files: new MemoryFiles(), clock, log: new MemoryLog() },
};

/** A site with every kind of page, as another one is made from the same index. */
const siteWith = async (index: PublishedIndexFake): Promise<ReadonlyMap<string, string>> => {
  const files = new MemoryFiles();
  await rebuildSite({ settings, files, index, assets: async () => [] });
  const pages = [...files.files].filter(([path]) => path.endsWith('.html'));
  return new Map(pages.map(([path, bytes]) => [path.slice(6), Buffer.from(bytes).toString('utf8')]));
};

const filled = async (): Promise<PublishedIndexFake> => {
  const index = new PublishedIndexFake();
  const channel = new PortalChannel(index);
  const publication = (releaseId: string, version: number): Publication => ({
    ...{ releaseId, version, title: `通告“${releaseId}”`, organ: '市水务局', jointOrgans: ['市公安局'] },
    ...{ blocks: blocksFromText('桥面限高。'), summary: '桥面限高。', keywords: [], images: [] },
    ...{ column: releaseId === 'c' ? '未列栏目' : '通知公告' },
    portalUrl: `https://www.haichuan.gov.example/r/${releaseId}.html`,
  });
  const attempt = (releaseId: string, version: number) =>
    anAttempt({ ...{ releaseId, version, settings, secrets: {}, portalUrl: '' }, ports });
  for (const [id, version] of [
    ['a', 1],
    ['b', 1],
    ['c', 1],
    ['a', 2],
  ] as const) {
    clock.travel(60_000);
    await channel.send(channel.preview(publication(id, version), settings), attempt(id, version));
  }
  // More than a full page of a list.
  for (let number = 0; number < 60; number += 1)
    await channel.send(channel.preview(publication(`n${number}`, 1), settings), attempt(`n${number}`, 1));
  await channel.withdraw({ remoteId: '' }, attempt('b', 1));
  const notice: PublishedNotice = {
    ...{ number: '1', status: 'approved', theme: '防汛', name: '某局', host: '某人', place: '某处' },
    ...{ startsAt: clock.now(), approvedAt: new Date('2026-12-19T01:00:00Z'), voidedAt: null },
    ...{ changed: [], successor: null },
  };
  const voided = { status: 'voided', voidedAt: new Date('2026-12-19T03:04:00Z') } as const;
  index.conferences = async () => [notice, { ...notice, ...voided, number: '2' }];
  index.roster = async () => ({
    ...{ year: 2026, publishedAt: clock.now(), publisher: '新闻办', csv: '' },
    organs: [{ organ: '某局', lines: [{ post: '新闻发言人', name: '某人', title: '' }] }],
  });
  return index;
};

const site = siteOf(settings);
const asked = { ...{ q: '桥', organ: '', column: '' }, ...{ from: '', to: '', page: 1 } };
const answers: readonly (readonly [string, string])[] = [
  ['search.html?q=桥', portalSearchPage({ site, query: asked })],
];
const tagsOf = (html: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  load(html)('meta[name]').each((_, { attribs: { name = '', content = '' } }) => {
    found.set(name, [...(found.get(name) ?? []), content]);
  });
  return found;
};

describe('the tags of a government site (国办发〔2017〕47号)', () => {
  let pages: readonly (readonly [string, string])[];

  beforeAll(async () => {
    const empty = [...(await siteWith(new PublishedIndexFake()))].map(([path, html]) => [
      `new/${path}`,
      html,
    ]);
    pages = [...(await siteWith(await filled())), ...answers, ...(empty as [string, string][])];
  });

  test('are looked for on every kind of page', () => {
    const paths = pages.map(([path]) => path);
    for (const path of [
      ...['index.html', '404.html', 'search.html', 'search.html?q=桥', 'map.html', 'changes.html'],
      ...['roster.html', 'conferences.html', 'r/a.html', 'r/b.html', 'r/b.gone.html', 'r/c.html'],
      ...['c/notices.html', 'c/notices/1.html', 'c/tips.html', 'y/2026.html', 'y/2026/1.html'],
      ...['new/index.html', 'new/roster.html', 'new/conferences.html', 'new/changes.html'],
    ])
      expect(paths).toContain(path);
  });

  test('site and column stand once on every page, never empty, the type in the annex’s own words', () => {
    for (const [path, html] of pages) {
      const tags = tagsOf(html);
      const lacking = [...siteTags, ...columnTags].filter(
        (name) => tags.get(name)?.length !== 1 || tags.get(name)?.[0]?.trim() === '',
      );
      expect([path, lacking]).toEqual([path, []]);
      expect([path, columnTypes]).toEqual([path, expect.arrayContaining(tags.get('ColumnType') as string[])]);
    }
  });

  test('title, time to the minute and source stand on every article, and on nothing else', () => {
    for (const [path, html] of pages) {
      const tags = tagsOf(html);
      const given = articleTags.filter((name) => tags.get(name)?.length === 1 && tags.get(name)?.[0] !== '');
      expect([path, given]).toEqual([path, isArticle(path, html) ? articleTags : []]);
      for (const time of tags.get('PubDate') ?? [])
        expect([path, time]).toEqual([path, expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u)]);
    }
  });

  test('the time of the conferences is that of the newest approval or of the end of one', () => {
    const html = pages.find(([path]) => path === 'conferences.html')?.[1] ?? '';
    expect(tagsOf(html).get('PubDate')).toEqual(['2026-12-19 11:04']);
  });
});
