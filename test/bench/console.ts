import { openInMemory } from '@koujing/database';
import { openBrowser } from '../support/browser.js';
import { startCity } from '../support/city.js';
import { openPages, slow } from './console/open-pages.js';
import { scrollReleases, tenThousandReleases } from './console/releases.js';
import { typingLatency } from './console/typing.js';
import { readOptions } from './options.js';

/**
 * `npm run bench -- console [--json]`: the first load of each page, compressed; when its content stands, as it is and at a quarter of the
 * processor's speed over 4 Mbit/s with 80 ms; typing in a draft of 5,000 characters with the live check on; and the list of 10,000
 * releases scrolled page after page. In real Chromium, which shares the machine with the house. It prints and asserts nothing.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, {});
  const browser = await openBrowser();
  // The tests' snapshot of an empty house is for their own folder.
  const city = await startCity({ database: await openInMemory() });
  try {
    const pages = await openPages(browser, city, null);
    const slowly = await openPages(browser, city, slow);
    await tenThousandReleases(city);
    const result = {
      pages: pages.map((page, index) => ({ ...page, readySlowMs: slowly[index]?.readyMs })),
      typing: await typingLatency(browser, city, null),
      typingSlow: await typingLatency(browser, city, slow),
      list: await scrollReleases(browser, city),
    };
    if (given.json) return console.log(JSON.stringify(result));
    console.table(result.pages);
    console.table({ typing: result.typing, typingSlow: result.typingSlow });
    console.table([result.list]);
  } finally {
    await browser.close();
    await city.close();
  }
}
