import { expect, test } from '@jest/globals';
import { MemoryFiles } from '@koujing/channel';
import { columnsOf, portalSettings } from './portal-settings.js';
import { PublishedIndexFake } from './published-index-fake.js';
import { listPath } from './site-list.js';
import { everyPart } from './site-part.js';
import { writeOwed } from './write-site.js';

const identity = {
  ...{ root: '/site', baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
  ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
};
const sites = [
  portalSettings.parse(identity),
  ...[['便民提示', '回应关切', '通知公告'], ['便民提示'], ['从前的']].map((names) =>
    portalSettings.parse({ ...identity, columns: columnsOf(names.map((name) => ({ name }))) }),
  ),
];

test('a column’s address follows from its name alone, wherever a city puts it and whether it lists it or not', () => {
  for (const list of ['column:通知公告', 'column:预警信息', 'column:便民提示', 'column:从前的'] as const) {
    const paths = sites.map((settings) => listPath(list, settings));
    expect([list, new Set(paths).size]).toEqual([list, 1]);
  }
  expect(sites.map((settings) => listPath('column:通知公告', settings))[1]).toBe('c/notices.html');
});

test('a usual column that a city leaves out of its navigation keeps its page, with what is in it', () => {
  for (const settings of sites) {
    const paths = everyPart(settings, []).flatMap((part) =>
      part.kind === 'list' ? [listPath(part.list, settings, part.page)] : [],
    );
    for (const path of ['c/notices.html', 'c/warnings.html', 'c/response.html'])
      expect(paths).toContain(path);
    expect(new Set(paths).size).toBe(paths.length);
  }
});

test('a column of the city’s own that is struck out keeps its page, says that it is no longer kept, leads on, and leaves navigation and sitemap', async () => {
  const named = (...names: readonly string[]) =>
    portalSettings.parse({ ...identity, columns: columnsOf(names.map((name) => ({ name }))) });
  const [before, after] = [named('便民提示', '空的栏目', '通知公告'), named('通知公告')];
  const files = new MemoryFiles();
  const index = new PublishedIndexFake();
  const at = new Date('2026-11-27T01:30:00Z');
  const entry = {
    ...{ releaseId: 'a1', version: 1, path: 'r/a1.html', title: '供水提示', summary: '摘要' },
    ...{ organ: '市水务局', organs: ['市水务局'], column: '便民提示', publishedAt: at, updatedAt: at },
  };
  const rendition = { channel: 'portal', template: 't', parts: {}, slots: [], assets: [] };
  await index.record({ entry, rendition }, () => []);
  const text = (path: string) => Buffer.from(files.files.get(`/site/${path}`) ?? '').toString('utf8');
  await writeOwed(files, before, index);
  const [used, empty] = (['column:便民提示', 'column:空的栏目'] as const).map((list) =>
    listPath(list, before),
  );
  for (const path of [used ?? '', empty ?? '']) {
    expect(text(path)).not.toContain('不再更新');
    expect(text('sitemap/1.xml')).toContain(path);
    expect(text('index.html')).toContain(path);
  }
  await writeOwed(files, after, index);
  for (const path of [used ?? '', empty ?? '']) {
    expect(text(path)).toMatch(/不再更新[\s\S]*href="\.\.\/c\/notices\.html"/u);
    expect(text('sitemap/1.xml')).not.toContain(path);
    expect(text('index.html')).not.toContain(path);
  }
  expect(text(used ?? '')).toContain('供水提示');
  expect([text(used ?? ''), text(empty ?? '')].map((page) => page.includes('noindex'))).toEqual([
    false,
    true,
  ]);
  // What holds something is found from the map; what holds nothing is led to from nowhere.
  expect([used, empty].map((path) => text('map.html').includes(path ?? ''))).toEqual([true, false]);
  // Back in, it is a column as before.
  await writeOwed(files, before, index);
  expect(text(empty ?? '')).not.toContain('不再更新');
});
