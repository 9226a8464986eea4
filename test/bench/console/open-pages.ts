import type { Browser, Page } from 'playwright-core';
import type { City } from '../../support/city.js';
import { firstLoad, type FirstLoad } from '../../support/first-load.js';
import { aDraft, drafted, published } from '../../support/release-way.js';

/** A cheap office computer on a line that others use too. */
export interface Throttle {
  readonly cpu: number;
  readonly bitsPerSecond: number;
  readonly latencyMs: number;
}
export const slow: Throttle = { cpu: 4, bitsPerSecond: 4_000_000, latencyMs: 80 };

/** A window with nothing in its cache, signed in over HTTP so that the sign-in page's own scripts are not there either. */
export const freshPage = async (
  browser: Browser,
  city: City,
  { username, throttle }: { readonly username: string | null; readonly throttle: Throttle | null },
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  if (username !== null) {
    const data = { username, password: 'koujing-demo' };
    const answer = await context.request.post(`${city.address}/api/session`, { data });
    if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()}`);
  }
  const page = await context.newPage();
  if (throttle !== null) await throttled(page, throttle);
  return page;
};

const throttled = async (page: Page, { cpu, bitsPerSecond, latencyMs }: Throttle): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: latencyMs },
    ...{ downloadThroughput: bitsPerSecond / 8, uploadThroughput: bitsPerSecond / 8 },
  });
};

interface Opened extends FirstLoad {
  readonly name: string;
}

/** What a list shows where it has rows, and where it has none: its heading alone says nothing of the answer. */
const rows = 'main tbody tr, main .cards li, main .empty-note';

/** Each page, and the first of what only the answer to its question brings: a row, a step, the text itself. */
const pagesOf = (
  draft: string,
  sent: string,
): readonly (readonly [name: string, path: string, ready: string])[] => [
  ['登录', '/', 'input[type=password]'],
  ['今天', '/', '.today-columns > section .tasks li'],
  ['发布稿', '/releases', 'tbody tr'],
  ['一篇发布稿', `/releases/${draft}`, '#timeline .timeline li'],
  ['编辑', `/releases/${draft}/edit`, '#body p'],
  ['新建', '/releases/new', '#title'],
  ['渠道预览', `/releases/${draft}/previews`, '.preview'],
  ['审批', '/approvals', 'main .queue-item, main .empty-note'],
  ['发布进度', `/releases/${sent}/progress`, '.channel-row'],
  ['口径冲突', '/conflicts', rows],
  ['日历', '/calendar', 'td[data-day]'],
  ['事项', '/matters', rows],
  ['报表', '/reports', rows],
  ['设置', '/settings', rows],
];

export const openPages = async (
  browser: Browser,
  city: City,
  throttle: Throttle | null,
): Promise<readonly Opened[]> => {
  const desk = await city.desk('education');
  const { id } = await drafted(desk, aDraft({ organId: 'education', accountIds: ['portal'] }));
  const { id: sent } = await published(desk, aDraft({ organId: 'education', accountIds: ['portal'] }));
  const opened: Opened[] = [];
  for (const [name, path, ready] of pagesOf(id, sent)) {
    const username = name === '登录' ? null : 'drafter';
    const page = await freshPage(browser, city, { username, throttle });
    opened.push({ name, ...(await firstLoad(page, `${city.address}${path}`, ready)) });
    await page.context().close();
  }
  return opened;
};
