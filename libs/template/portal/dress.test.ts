import { expect, test } from '@jest/globals';
import { portalArticlePage } from './article.js';
import { portalDress } from './dress.js';
import type { Site } from './site.js';

const column = {
  name: '通知公告',
  slug: 'notices',
  type: '工作动态',
  description: '通知',
  keywords: ['通知'],
};
const site: Site = {
  ...{ name: '海川市人民政府门户网站', domain: 'www.haichuan.gov.example', idCode: 'bm00000003' },
  ...{ icp: '示ICP备00000003号', policeRecord: '', host: '海川市人民政府办公室', contact: '' },
  ...{ baseUrl: 'https://www.haichuan.gov.example', columns: [column] },
};
const page = (of: Site, change: Partial<Parameters<typeof portalArticlePage>[0]> = {}): string =>
  portalArticlePage({
    ...{
      site: of,
      column,
      title: '通告 - 海川市 $& "第1号"',
      summary: '封闭。',
      organ: '市水务局',
      jointOrgans: [],
    },
    blocks: [{ type: 'paragraph', runs: [{ text: '标识码<main>与“SiteName”都只是正文。' }] }],
    ...{ keywords: [], portalUrl: 'https://www.haichuan.gov.example/r/1.html', releaseId: '1', version: 1 },
    ...{ pubDate: '2026-11-27 09:30', publishedAt: '2026-11-27T09:30:00.000+08:00' },
    ...{
      updatedAt: '2026-11-27T09:30:00.000+08:00',
      correction: '',
      image: (sha256) => `../a/${sha256}.png`,
    },
    ...change,
  });
const articleOf = (html: string): string => html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));

const changes: readonly Partial<Site>[] = [
  { icp: '示ICP备00000009号' },
  { policeRecord: '示公网安备00000000000009号' },
  { name: '海川市政府网 "新" & 旧' },
  { host: '海川市人民政府 $1 办公室' },
  { accent: '#0b4a9e' },
  { idCode: 'bm00000009' },
  { columns: [column, { ...column, name: '民生', slug: 'life' }] },
];

test('a page of the present settings stays as it is, byte for byte', () => {
  const picture = { type: 'image', assetSha256: 'a'.repeat(64), alt: '图' } as const;
  for (const each of [page(site), page(site, { blocks: [picture], cap: '../cap/1.cap.xml' })])
    expect(portalDress(site, column)(each)).toBe(each);
});

test('whatever the site says round an article is said anew, and the article stays as it was approved', () => {
  for (const change of changes) {
    const now = { ...site, ...change };
    expect(page(now)).not.toBe(page(site));
    expect(portalDress(now, column)(page(site))).toBe(page(now));
    expect(portalDress(site, column)(page(now))).toBe(page(site));
    expect(articleOf(portalDress(now, column)(page(site)))).toBe(articleOf(page(site)));
  }
});

test('what no template of ours wrote is left alone', () => {
  for (const each of ['', '<p>半截', '<body></body>', '<body><main>'])
    expect(portalDress(site, column)(each)).toBe(each);
});
