import { join } from 'node:path';
import { readDemoCity } from '../../apps/dispatcher/demo/demo-city.js';
import { seedDemo } from '../../apps/dispatcher/demo/seed-demo.js';
import { applyMedia } from '../../apps/dispatcher/media-register.js';
import { portalSettings } from '@koujing/channels/portal';
import { startCity, type City, type CityOptions } from './city.js';

/** The demo city with all that stands in it, and nobody at work behind the desks: what changes is what was asked for. */
export const startSeededCity = async (options: CityOptions = {}): Promise<City> => {
  const city = await startCity({ ...options, roles: ['web'] });
  const demo = readDemoCity(join(process.cwd(), 'config', 'demo'));
  await applyMedia(city.database, city.server.media.importMedia, demo.media);
  const portal = portalSettings.parse({
    root: city.portalRoot,
    baseUrl: city.portalUrl,
    siteName: '滨海市人民政府门户网站',
    siteDomain: 'www.binhai.gov.example',
    siteIdCode: 'bm00000001',
    host: '滨海市人民政府办公室',
  });
  await seedDemo(city.server, demo, portal, city.server.cases.clock.now());
  return city;
};
