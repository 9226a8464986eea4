import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Problem } from '@koujing/kernel';
import { citySection, loadSettings } from '@koujing/settings';
import { sections } from '../dispatcher/server-settings.js';
import { configuredPortal } from './configured-portal.js';

const city = {
  portal: {
    ...{ siteName: '滨海市人民政府门户网站', siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001' },
    ...{ icp: '', policeRecord: '', host: '滨海市人民政府办公室', contact: '' },
  },
};
const server = { host: '127.0.0.1', portalPort: 8080, portalUrl: '' };
const bucket = {
  ...{
    endpoint: 'https://s3.gov.example',
    region: 'r',
    name: 'binhai-portal',
    prefix: 'www',
    pathStyle: true,
  },
  ...{ accessKeyId: 'k', secretAccessKey: 's' },
};

test('a portal in a bucket needs the address at which the public reads it, and keeps the key to itself', () => {
  const data = { directory: '/data', bucket };
  expect(() => configuredPortal({ city, server, data })).toThrow(Problem);
  expect(() => configuredPortal({ city, server, data })).toThrow(/server\.portalUrl/u);
  const addressed = { ...server, portalUrl: 'https://www.binhai.gov.example' };
  const portal = configuredPortal({ city, server: addressed, data });
  expect(portal.root).toBe('s3://binhai-portal/www');
  expect(JSON.stringify(portal)).not.toContain('accessKey');
  expect(configuredPortal({ city, server, data: { directory: '/data' } }).root).toBe('/data/portal');
});

test('the portal tells the hub and has the colour that the city names, and neither where it names none', () => {
  const rest = { server, data: { directory: '/data' } };
  const hub = 'https://hub.example/';
  const named = configuredPortal({ city: { portal: { ...city.portal, hub, accent: '#114477' } }, ...rest });
  expect([named.hub, named.accent]).toEqual([hub, '#114477']);
  const plain = configuredPortal({ city, ...rest });
  expect([plain.hub, plain.accent]).toEqual(['', '#a8151b']);
});

test.each([
  ['hub', 'ftp://hub.example/'],
  ['accent', 'red'],
  ['accent', '#ff8800'],
])('a city file whose portal.%s is %s is refused', (name, value) => {
  const named = {
    ...{ name: '滨海市', timeZone: 'Asia/Shanghai', numberPrefix: '滨新发' },
    office: { party: '中共滨海市委新闻办公室', government: '滨海市人民政府新闻办公室' },
  };
  expect(citySection.schema.safeParse({ ...named, portal: city.portal }).success).toBe(true);
  expect(citySection.schema.safeParse({ ...named, portal: { ...city.portal, [name]: value } }).success).toBe(
    false,
  );
});

test('a city names its columns, their order and what their tags say, the usual ones by their name alone', () => {
  const rest = { server, data: { directory: '/data' } };
  const named = (columns: NonNullable<Parameters<typeof configuredPortal>[0]['city']['portal']['columns']>) =>
    configuredPortal({ city: { portal: { ...city.portal, columns } }, ...rest });
  const own = { name: '便民提示', type: '办事服务', description: '停水停电', keywords: ['停水'] };
  const portal = named([own, { name: '回应关切' }, { name: '通知公告', description: '公告' }]);
  expect(portal.columns.map(({ name }) => name)).toEqual(['便民提示', '回应关切', '通知公告']);
  expect(portal.columns[0]).toMatchObject(own);
  expect(portal.columns[1]).toMatchObject({ type: '回应关切', keywords: ['回应', '关切'] });
  expect(portal.columns[2]).toMatchObject({ slug: 'notices', type: '工作动态', description: '公告' });
});

const own = `city:
  portal:
    columns:
`;
test.each([
  ['栏目一次', '[通知公告, 新闻发布, 通知公告]', 'city.portal.columns.2', '每个栏目只能列一次'],
  ['类型', '[{ name: 便民, type: 便民服务 }]', 'city.portal.columns.0.type', '工作动态、政策文件'],
  ['名称', "['']", 'city.portal.columns.0.name', '1 至 40 个字'],
  ['没有', '[]', 'city.portal.columns', '1 至 12 个'],
  ['多余', '[{ name: 便民, slug: life }]', 'city.portal.columns.0.slug', '没有这个键'],
  ['不是', '[12]', 'city.portal.columns.0', '栏目名称'],
])(
  'a mistake in the columns (%s) is told with its place, what stands there and what is allowed',
  async (...given) => {
    const [, columns, field, allowed] = given;
    const folder = await mkdtemp(join(tmpdir(), 'koujing-city-'));
    const file = join(folder, 'koujing.yaml');
    await writeFile(file, own.replace('columns:\n', `columns: ${columns}\n`));
    try {
      const loading = () =>
        loadSettings(sections, {
          paths: ['config/default.yaml', file],
          environment: {},
        });
      expect(loading).toThrow(field);
      expect(loading).toThrow(allowed);
      expect(loading).toThrow(`${file}:3`);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
