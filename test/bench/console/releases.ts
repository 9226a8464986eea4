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
  readonly rowsShown: number;
  readonly longTasks: number;
  readonly longestMs: number;
}

/** Down to the end of what the page shows and up again; a long task is one of more than 50 ms (W3C Long Tasks). */
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
  for (const delta of [...Array<number>(40).fill(300), ...Array<number>(40).fill(-300)]) {
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(30);
  }
  const tasks = await page.evaluate<number[]>('window.tasks');
  const rowsShown = await page.locator('tbody tr').count();
  await page.context().close();
  return {
    ...{ total: 10_000, rowsShown, longTasks: tasks.length },
    longestMs: Math.round(Math.max(0, ...tasks)),
  };
};
