import type { Page } from 'playwright-core';
import type { PortalSettings } from '@koujing/channels/portal';
import { startPortal } from '../../../apps/portal/portal.js';
import { openBrowser } from '../../support/browser.js';
import { round } from '../timing.js';

/** A phone of the middling sort on a mobile network: a quarter of this machine, 4 Mbit/s down, 80 ms there and back. */
const profile = { cpuSlowdown: 4, latency: 80, downloadThroughput: 500_000, uploadThroughput: 125_000 };
const loads = 9;

/** When the first of a page is seen on that profile with nothing cached, and what is loaded for it, pictures left out. */
export const firstPaint = async (settings: PortalSettings, path: string) => {
  const portal = await startPortal({ host: '127.0.0.1', port: 0, settings });
  const browser = await openBrowser();
  try {
    const paints: number[] = [];
    let bytes = 0;
    for (let load = 0; load < loads; load += 1) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const loaded = await throttled(page);
      await page.goto(`${portal.url}/${path}`, { waitUntil: 'networkidle' });
      paints.push(await paintedAt(page));
      bytes = loaded.bytes;
      await context.close();
    }
    paints.sort((a, b) => a - b);
    return { p50Ms: round(paints[Math.floor(loads / 2)] ?? 0), maxMs: round(paints.at(-1) ?? 0), bytes };
  } finally {
    await browser.close();
    await portal.close();
  }
};

const paintedAt = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntries().find(({ name }) => name === 'first-paint')?.startTime ?? NaN);

const throttled = async (page: Page): Promise<{ readonly bytes: number }> => {
  const session = await page.context().newCDPSession(page);
  const loaded = { bytes: 0 };
  const pictures = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Image') pictures.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!pictures.has(requestId)) loaded.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  const { cpuSlowdown: rate, ...network } = profile;
  await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return loaded;
};
