import type { Browser } from 'playwright-core';
import type { City } from '../../support/city.js';
import { aDraft, drafted } from '../../support/release-way.js';
import { freshPage } from './open-pages.js';

/** One that was drafted as usual, and its like 10,000 times: what the list shows of each is all that counts here. */
export const tenThousandReleases = async (city: City): Promise<void> => {
  const desk = await city.desk('education');
  const { id } = await drafted(desk, aDraft({ organId: 'education', accountIds: ['portal'] }));
  const { releases, database } = city.server.cases;
  const { queries } = database;
  const release = await releases.find(queries, id);
  const version = await releases.version(queries, id, 1);
  if (release === null || version === null) throw new Error(`the release ${id} is gone`);
  const stored = Array.from({ length: 10_000 }, (_, index) => ({
    release: {
      ...release,
      id: `bench-${index}`,
      number: `测〔2026〕${index}号`,
      title: `${release.title}（${index}）`,
    },
    version: { ...version, releaseId: `bench-${index}`, images: [] },
  }));
  for (let from = 0; from < stored.length; from += 500)
    await releases.insertAll(queries, stored.slice(from, from + 500));
};

interface Scrolled {
  readonly total: number;
  /** Of all pages together. */
  readonly rowsShown: number;
  readonly longTasks: number;
  readonly longestMs: number;
}

/** So many of the list's pages, one after the other: each is drawn anew. */
const pagesTurned = 8;

/** Down to the end of what each page shows, and on to the next; a long task is one of more than 50 ms (W3C Long Tasks). */
export const scrollReleases = async (browser: Browser, city: City): Promise<Scrolled> => {
  const page = await freshPage(browser, city, { username: 'drafter', throttle: null });
  await page.goto(`${city.address}/releases`);
  await page.locator('tbody tr').first().waitFor();
  await page.evaluate(`
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration);
    }).observe({ type: 'longtask' });`);
  await page.mouse.move(700, 500);
  let rowsShown = 0;
  for (let turned = 0; turned < pagesTurned; turned += 1) {
    for (let step = 0; step < 20; step += 1) {
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(30);
    }
    rowsShown += await page.locator('tbody tr').count();
    const last = await page.locator('tbody tr a.title-link').last().textContent();
    await page.locator('.pages .ant-pagination-next').click();
    await page
      .locator('tbody tr a.title-link')
      .last()
      .filter({ hasNotText: last ?? '' })
      .waitFor();
    await page.mouse.move(700, 500);
  }
  const tasks = await page.evaluate<number[]>('window.tasks');
  await page.context().close();
  return {
    ...{ total: 10_000, rowsShown, longTasks: tasks.length },
    longestMs: Math.round(Math.max(0, ...tasks)),
  };
};
