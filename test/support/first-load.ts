import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** A busy machine, throttled on purpose, is slow. */
const patienceMs = 120_000;

export interface FirstLoad {
  /** Until the content stood. */
  readonly readyKB: number;
  readonly readyMs: number;
  /** With what came after it. */
  readonly kB: number;
}

/** What a browser that has nothing yet must fetch before a page works: scripts and styles, as a server that compresses sends them. */
export const firstLoad = async (page: Page, address: string, ready: string): Promise<FirstLoad> => {
  const sizes: Promise<number>[] = [];
  const count = (response: { url(): string; body(): Promise<Buffer> }): void => {
    if (/\/assets\/[^?]+\.(?:js|css)$/u.test(response.url()))
      sizes.push(response.body().then((body) => gzipSync(body).length));
  };
  page.on('response', count);
  const from = performance.now();
  await page.goto(address, { waitUntil: 'commit', timeout: patienceMs });
  await page.locator(ready).first().waitFor({ timeout: patienceMs });
  const readyMs = Math.round(performance.now() - from);
  const untilReady = [...sizes];
  await page.waitForLoadState('networkidle');
  page.off('response', count);
  return { readyKB: await kBOf(untilReady), readyMs, kB: await kBOf(sizes) };
};

const kBOf = async (sizes: readonly Promise<number>[]): Promise<number> =>
  Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024);
