import { expect, test } from '@jest/globals';
import { Problem } from '@koujing/kernel';
import { citySection } from '@koujing/settings';
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
