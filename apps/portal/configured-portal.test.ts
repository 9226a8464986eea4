import { expect, test } from '@jest/globals';
import { citySection } from '@koujing/settings';
import { configuredPortal } from './configured-portal.js';

const portal = {
  ...{ siteName: '滨海市人民政府门户网站', siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001' },
  ...{ icp: '', policeRecord: '', host: '滨海市人民政府办公室', contact: '' },
};
const rest = {
  server: { host: '127.0.0.1', portalPort: 8080, portalUrl: '' },
  data: { directory: '/var/lib/koujing' },
};

test('the portal tells the hub and has the colour that the city names, and neither where it names none', () => {
  const hub = 'https://hub.example/';
  const named = configuredPortal({ city: { portal: { ...portal, hub, accent: '#114477' } }, ...rest });
  expect([named.hub, named.accent]).toEqual([hub, '#114477']);
  const plain = configuredPortal({ city: { portal }, ...rest });
  expect([plain.hub, plain.accent]).toEqual(['', '#a8151b']);
});

test.each([
  ['hub', 'ftp://hub.example/'],
  ['accent', 'red'],
])('a city file whose portal.%s is %s is refused', (name, value) => {
  const city = {
    ...{ name: '滨海市', timeZone: 'Asia/Shanghai', numberPrefix: '滨新发' },
    office: { party: '中共滨海市委新闻办公室', government: '滨海市人民政府新闻办公室' },
  };
  expect(citySection.schema.safeParse({ ...city, portal }).success).toBe(true);
  expect(citySection.schema.safeParse({ ...city, portal: { ...portal, [name]: value } }).success).toBe(false);
});
