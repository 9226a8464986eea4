import type { Browser, Page } from 'playwright-core';
import type { City } from '../../support/city.js';
import { firstLoad, type FirstLoad } from '../../support/first-load.js';
import { aDraft, drafted } from '../../support/release-way.js';

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

/** Each page, and the part of it that shows that its content stands. */
const pagesOf = (id: string): readonly (readonly [name: string, path: string, ready: string])[] => [
  ['登录', '/', 'input[type=password]'],
  ['今天', '/', 'h1'],
  ['发布稿', '/releases', 'tbody tr'],
  ['一篇发布稿', `/releases/${id}`, 'h1'],
  ['编辑', `/releases/${id}/edit`, '#title'],
  ['新建', '/releases/new', '#title'],
  ['渠道预览', `/releases/${id}/previews`, '.preview'],
  ['审批', '/approvals', 'h1'],
  ['发布进度', `/releases/${id}/progress`, 'h1'],
  ['口径冲突', '/conflicts', 'h1'],
  ['日历', '/calendar', 'h1'],
  ['事项', '/matters', 'h1'],
  ['报表', '/reports', 'h1'],
  ['设置', '/settings', 'h1'],
];

export const openPages = async (
  browser: Browser,
  city: City,
  throttle: Throttle | null,
): Promise<readonly Opened[]> => {
  const desk = await city.desk('education');
  const { id } = await drafted(desk, aDraft({ organId: 'education', accountIds: ['portal'] }));
  const opened: Opened[] = [];
  for (const [name, path, ready] of pagesOf(id)) {
    const username = name === '登录' ? null : 'drafter';
    const page = await freshPage(browser, city, { username, throttle });
    opened.push({ name, ...(await firstLoad(page, `${city.address}${path}`, ready)) });
    await page.context().close();
  }
  return opened;
};
