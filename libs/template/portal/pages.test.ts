import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Block } from '@koujing/block';
import { HtmlValidate } from 'html-validate';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { golden } from '../../../test/support/golden.js';
import { portalArticlePage, portalCorrectionNote, type PortalArticleProps } from './article.js';
import { portalChangesPage } from './changes.js';
import { portalHomePage } from './home.js';
import type { PortalListItem } from './items.js';
import { portalListPage } from './list.js';
import { portalMapPage } from './map.js';
import { portalSearchPage } from './search.js';
import { portalMissingPage, portalTombstone } from './notice.js';
import { portalConferencesPage, portalNoConferencesPage } from './conferences.js';
import { portalNoRosterPage, portalRosterPage } from './roster.js';
import type { Site } from './site.js';

const site: Site = {
  name: '海川市人民政府门户网站',
  domain: 'www.haichuan.gov.example',
  idCode: 'bm00000003',
  icp: '示ICP备00000003号',
  policeRecord: '',
  host: '海川市人民政府办公室',
  contact: '0000-12345',
  baseUrl: 'https://www.haichuan.gov.example',
  columns: [
    { name: '通知公告', slug: 'notices', type: '工作动态', description: '通知与公告', keywords: ['通知'] },
    { name: '政策解读', slug: 'policy', type: '政策解读', description: '政策解读', keywords: ['政策'] },
  ],
};
const column = site.columns[0] ?? { name: '', slug: '', type: '', description: '', keywords: [] };

const blocks: Block[] = [
  {
    type: 'paragraph',
    runs: [{ text: '文昌路将于11月28日22时起封闭施工，' }, { text: '请绕行', bold: true }, { text: '。' }],
  },
  { type: 'heading', level: 2, runs: [{ text: '绕行路线' }] },
  { type: 'list', ordered: true, items: [[{ text: '东行车辆走望江路' }], [{ text: '西行车辆走学府路' }]] },
  { type: 'quote', runs: [{ text: '施工期间<照明>保持开启。', italic: true }] },
  {
    type: 'table',
    header: true,
    rows: [
      [[{ text: '路段' }], [{ text: '电话' }]],
      [[{ text: '东段' }], [{ text: '0000-6000001', href: 'tel:0000-6000001' }]],
    ],
  },
  { type: 'image', assetSha256: 'a'.repeat(64), alt: '绕行示意图', caption: '绕行示意图' },
  { type: 'paragraph', align: 'right', runs: [{ text: '海川市公安局交通警察支队' }] },
];

const article = (change: Partial<PortalArticleProps> = {}): string =>
  portalArticlePage({
    site,
    column,
    title: '关于文昌路封闭施工的通告 "第1号"',
    blocks,
    summary: '文昌路将于11月28日22时起封闭施工。',
    organ: '市公安局交通警察支队',
    jointOrgans: ['市城市管理局'],
    documentNumber: '海公交〔2026〕8号',
    keywords: ['文昌路', '封闭'],
    portalUrl: 'https://www.haichuan.gov.example/r/0193.html',
    releaseId: '0193',
    version: 1,
    pubDate: '2026-11-27 09:30',
    publishedAt: '2026-11-27T09:30:00.000+08:00',
    updatedAt: '2026-11-27T09:30:00.000+08:00',
    correction: '',
    image: (sha256) => `../a/${sha256}.png`,
    ...change,
  });

const item = (number: number): PortalListItem => ({
  title: `关于第${number}号道路封闭施工期间车辆绕行路线的通告`,
  path: `r/${number}.html`,
  organ: '市公安局交通警察支队',
  column: '通知公告',
  summary: '道路封闭施工。',
  pubDate: '2026-11-27 09:30',
  corrected: number === 2,
});

const columnList = {
  ...{ site, column, title: column.name, path: 'c/notices.html', page: null },
  feeds: { rss: 'c/notices.xml', atom: 'c/notices.atom', json: 'c/notices.json' },
} as const;

/** The navigation has every other one. */
const struckOut = {
  ...{ isClosed: true, site: { ...site, columns: site.columns.filter((each) => each !== column) } },
};
const pages: Readonly<Record<string, string>> = {
  article: article(),
  home: portalHomePage({
    site,
    latest: [1, 2, 3].map(item),
    columns: site.columns.map((each) => ({ column: each, items: each === column ? [1, 2].map(item) : [] })),
  }),
  'column-list': portalListPage({ ...columnList, items: [1, 2].map(item), older: 'c/notices/3.html' }),
  'organ-page': portalListPage({
    ...{ site, title: '市水务局', path: 'o/0f/2.html', page: 2, items: [item(1)] },
    ...{ older: 'o/0f/1.html', newer: 'o/0f.html' },
    feeds: { rss: 'o/0f.xml', atom: 'o/0f.atom', json: 'o/0f.json' },
  }),
  'closed-column': portalListPage({ ...columnList, ...struckOut, items: [1].map(item) }),
  'closed-empty-column': portalListPage({ ...columnList, ...struckOut, items: [] }),
  'empty-list': portalListPage({ ...columnList, items: [] }),
  map: portalMapPage({
    site,
    otherColumns: [{ name: '便民提示', path: 'c/1f.html' }],
    organs: [{ name: '市水务局', path: 'o/0f.html' }],
    years: [{ name: '2026', path: 'y/2026.html' }],
  }),
  changes: portalChangesPage({
    ...{ site, path: 'changes.html', page: null },
    lines: [
      {
        ...{ kind: 'withdrawn', version: 2, organ: '市水务局', at: '2026-11-28 09:00' },
        ...{ path: 'r/1.html', title: null, note: '' },
      },
      {
        ...{ kind: 'corrected', version: 2, organ: '市水务局', at: '2026-11-27 09:00' },
        ...{ path: 'r/2.html', title: '停水<通告>', note: '恢复时间应为7日6时。' },
      },
    ],
  }),
  'no-search': portalSearchPage({ site }),
  search: portalSearchPage({
    site,
    query: { q: '封闭施工', organ: '市水务局', column: '', from: '', to: '', page: 1 },
    result: {
      ...{ total: 21, isMore: false, pageSize: 20, isPartial: false, isIndexing: false },
      ...{ organs: ['市水务局'], columns: ['通知公告'] },
      hits: [
        {
          ...{ path: 'r/1.html', organ: '市水务局', column: '通知公告', pubDate: '2026-11-27 09:30' },
          title: [
            { text: '文昌路', hit: false },
            { text: '封闭施工', hit: true },
          ],
          excerpt: [{ text: '夜间<施工>', hit: false }],
        },
      ],
    },
  }),
  tombstone: portalTombstone({ site, releaseId: '0193', version: 2, withdrawnAt: '2026-11-27 12:00' }),
  missing: portalMissingPage(site),
  'no-conferences': portalNoConferencesPage(site),
  conferences: portalConferencesPage(site, [
    {
      ...{ number: '滨新发会〔2026〕2号', status: 'approved', theme: '寒假安排', name: '滨海市教育局' },
      ...{ host: '滨海市教育局新闻发言人', startsAt: '2026-12-15 10:00', place: '滨海市教育局会议室' },
      ...{ approvedAt: '2026-11-24 09:00', voidedAt: null, changed: [], successor: null },
    },
    {
      ...{ number: '滨新发会〔2026〕1号', status: 'changed', theme: '寒假安排', name: '滨海市教育局' },
      ...{ host: '滨海市教育局新闻发言人', startsAt: '2026-12-14 10:00', place: '滨海市教育局会议室' },
      ...{ approvedAt: '2026-11-23 09:00', voidedAt: '2026-11-24 08:00', changed: ['time'] },
      successor: '滨新发会〔2026〕2号',
    },
  ]),
  'no-roster': portalNoRosterPage(site),
  roster: portalRosterPage({
    site,
    ...{ year: 2026, publishedAt: '2026-11-27 09:30', publisher: '海川市人民政府新闻办公室' },
    organs: [
      {
        organ: '海川市水务局',
        lines: [
          { post: '新闻发言人', name: '市水务局发言人', title: '副局长' },
          { post: '新闻助理', name: '市水务局<助理>', title: '办公室主任' },
        ],
      },
    ],
  }),
};

/** Rules of HTML; those of its authors' taste in writing source are not ours: React writes the pages. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
});

type Node = DefaultTreeAdapterTypes.ChildNode;
const nodesOf = (html: string): Node[] => {
  const all = (node: Node): Node[] => [node, ...('childNodes' in node ? node.childNodes.flatMap(all) : [])];
  return parse(html).childNodes.flatMap(all);
};
const elements = (html: string) =>
  nodesOf(html).flatMap((node) =>
    'attrs' in node
      ? [{ tag: node.tagName, attrs: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])) }]
      : [],
  );

describe.each(Object.entries(pages))('the page %s', (name, html) => {
  test('is the one that was agreed, byte for byte', () => {
    expect(html).toBe(golden(`portal-${name}.html`, html));
  });

  test('is valid HTML to a checker written elsewhere', async () => {
    const report = await validator.validateString(html.replaceAll('{{slot:correction}}', ''));
    const messages = report.results.flatMap(({ messages: all }) => all);
    expect(
      messages.map(({ ruleId, message, line, column: at }) => `${ruleId} ${line}:${at} ${message}`),
    ).toEqual([]);
  });

  test('runs no script but the site’s own, and has one style that its own policy names by hash', () => {
    const scripts = elements(html).filter(({ tag, attrs }) => tag === 'script' && attrs.type === undefined);
    expect(scripts.map(({ attrs }) => attrs.src?.replace(/^.*\//u, ''))).toEqual(['mode.js']);
    expect(html).not.toMatch(/\son\w+=|javascript:/iu);
    const style = /<style>(.*?)<\/style>/su.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = elements(html).find(({ attrs }) => attrs['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attrs.content).toContain(`'sha256-${hash}'`);
    expect(html).not.toMatch(/\sstyle="/u);
  });

  test('carries landmarks, a skip link and headings without gaps', () => {
    const all = elements(html);
    for (const landmark of ['header', 'nav', 'main', 'footer'])
      expect(all.some(({ tag }) => tag === landmark)).toBe(true);
    expect(all.find(({ tag }) => tag === 'html')?.attrs.lang).toBe('zh-CN');
    expect(all.find(({ tag }) => tag === 'a')?.attrs.href).toBe('#main');
    const levels = all.flatMap(({ tag }) => /^h([1-6])$/u.exec(tag)?.[1] ?? []).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });

  test('shows 主办单位, 标识码 and ICP, and leaves out what is not configured', () => {
    expect(html).toContain('海川市人民政府办公室');
    expect(html).toContain('示ICP备00000003号');
    expect(html).not.toContain('公安备案');
  });
});

test('an article carries the column’s and the article’s tags in their official names and forms', () => {
  const tags = Object.fromEntries(elements(article()).map(({ attrs }) => [attrs.name, attrs.content]));
  expect(tags).toMatchObject({
    ColumnName: '通知公告',
    ColumnType: '工作动态',
    ArticleTitle: '关于文昌路封闭施工的通告 "第1号"',
    PubDate: '2026-11-27 09:30',
    ContentSource: '市公安局交通警察支队、市城市管理局',
    Url: 'https://www.haichuan.gov.example/r/0193.html',
    'koujing-version': '1',
  });
});

test('an article says what it is to search engines and where it is shared', () => {
  const html = article({ title: '</script>施工' });
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)).toMatchObject({
    '@type': 'NewsArticle',
    headline: '</script>施工',
    datePublished: '2026-11-27T09:30:00.000+08:00',
    image: [`https://www.haichuan.gov.example/a/${'a'.repeat(64)}.png`],
  });
  const card = Object.fromEntries(elements(html).map(({ attrs }) => [attrs.property, attrs.content]));
  expect(card).toMatchObject({
    'og:title': '</script>施工',
    'og:url': 'https://www.haichuan.gov.example/r/0193.html',
    'og:image': `https://www.haichuan.gov.example/a/${'a'.repeat(64)}.png`,
  });
});

test('a page without a picture of its own is shared with the site’s, map, roster and conferences too', () => {
  for (const name of ['home', 'column-list', 'map', 'changes', 'roster', 'conferences', 'organ-page']) {
    const all = elements(pages[name] ?? '');
    const card = Object.fromEntries(all.map(({ attrs }) => [attrs.property ?? attrs.name, attrs.content]));
    const canonical = all.find(({ attrs }) => attrs.rel === 'canonical')?.attrs.href;
    expect([name, card]).toEqual([
      name,
      expect.objectContaining({
        ...{ 'og:image': 'https://www.haichuan.gov.example/share.png', 'og:url': canonical },
        ...{ 'og:title': expect.stringMatching(/./u), 'og:description': expect.stringMatching(/./u) },
        'twitter:card': 'summary',
      }),
    ]);
  }
  expect(article({ blocks: blocks.slice(0, 1) })).toContain(
    'content="https://www.haichuan.gov.example/share.png"',
  );
});

test('the correction note stands between the title and the text', () => {
  const note = portalCorrectionNote({ version: 2, note: '', at: '2026-11-27 11:00' });
  const html = article({ correction: '{{slot:correction}}' }).replace('{{slot:correction}}', note);
  expect(html.indexOf('<h1>')).toBeLessThan(html.indexOf('更正说明'));
  expect(html.indexOf('更正说明')).toBeLessThan(html.indexOf('class="body"'));
});

test('a page of usual length and a full list stay under 60 kB', () => {
  const long = Array.from({ length: 40 }, () => blocks[0] as Block);
  expect(Buffer.byteLength(article({ blocks: long }))).toBeLessThan(60_000);
  const items = Array.from({ length: 100 }, (_, at) => item(at));
  expect(Buffer.byteLength(portalListPage({ ...columnList, items }))).toBeLessThan(60_000);
});
