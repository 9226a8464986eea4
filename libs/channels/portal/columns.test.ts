import { expect, test } from '@jest/globals';
import { columnsOf, portalSettings } from './portal-settings.js';
import { listPath } from './site-list.js';
import { everyPart } from './site-part.js';

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
