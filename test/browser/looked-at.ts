import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { duties as dutyAddresses } from '../../apps/console/pages/matters/duties.js';
import { tabNames as media } from '../../apps/console/pages/media/tab-names.js';
import { tabNames as reports } from '../../apps/console/pages/reports/tab-names.js';
import { tabNames as settings } from '../../apps/console/pages/settings/tab-names.js';
import { inColours } from '../../apps/dispatcher/console-colours.js';

export const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
type Size = keyof typeof sizes;
type Scheme = 'light' | 'dark';
/** WCAG 2.2 AA with best practice. */
export const everything: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  iframes: false,
};
/** All that differs between light and dark. */
export const colours: axe.RunOptions = { ...everything, runOnly: ['color-contrast'] };

export interface View {
  readonly size: Size;
  readonly scheme: Scheme;
  readonly asked: axe.RunOptions;
  /** Read in English as well. */
  readonly english: boolean;
}

/** `npm run looks`: every page in each size and scheme, in English in each size, every dialog in light and dark. */
export const isWhole = process.env['KOUJING_LOOKS'] === 'whole';

/**
 * Round about, and back again with the next page: to draw a page anew costs as much as to look at it. The short form asks everything
 * of every page at both sizes, once in light and once in dark, and reads English where it has the least room; it leaves to the whole
 * one the colours of the two other views, English at a desk, and dialogs in the scheme in which their page was not left.
 */
export const round: readonly View[] = isWhole
  ? [
      { size: 'desk', scheme: 'light', asked: everything, english: true },
      { size: 'desk', scheme: 'dark', asked: colours, english: false },
      { size: 'phone', scheme: 'dark', asked: colours, english: false },
      { size: 'phone', scheme: 'light', asked: everything, english: true },
    ]
  : [
      { size: 'desk', scheme: 'light', asked: everything, english: false },
      { size: 'phone', scheme: 'dark', asked: everything, english: true },
    ];

const named = { reports, settings, media };

/** Pages of tabs, one address a tab, by the console's own names of them. */
export const tabbed = Object.entries(named).flatMap(([page, { zh }]) =>
  Object.keys(zh).map((tab) => `/${page}?tab=${tab}`),
);

/** The lists of 事项, a tab each. */
export const duties: readonly string[] = Object.values(dutyAddresses);

const pages = 'apps/console/pages';
const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Folders of the console with a page that keeps its tab in the address, other than those above. */
export const forgottenTabs = (): readonly string[] =>
  readdirSync(pages).filter((folder) => {
    const keepsTab = filesOf(join(pages, folder)).some(
      (file) => file.endsWith('.tsx') && /\btab: key\b/u.test(readFileSync(file, 'utf8')),
    );
    return (keepsTab || existsSync(join(pages, folder, 'tab-names.ts'))) && !(folder in named);
  });

/** Lists whose rows open a page. The cards of 媒体答复 open none, nor do registers that are edited where they stand. */
export const opening: ReadonlySet<string> = new Set([
  ...['/', '/releases', '/progress', '/conflicts'],
  ...duties.filter((duty) => duty !== dutyAddresses.answers),
  ...['/settings?tab=roster'],
]);

/** The page as a city with a colour of its own gets it (`city.accent`); the demo city has none. */
export const inOwnColours = (page: Page, address: string): Promise<unknown> =>
  page.route(`${address}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: inColours(await response.text(), '#7a1f3d') });
  });

/** Whether the page is in the city's own colour. */
export const ownColour = `document.querySelector('meta[name="koujing-colours"]') !== null`;

/** The row of the list that has the focus, −1 where none has, and the address that it opens. */
export const focusedRow = `(() => {
  const links = [...document.querySelectorAll('main a.title-link')];
  const at = links.indexOf(document.activeElement);
  return { at, of: links.length, opens: at < 0 ? '' : links[at].pathname + links[at].search };
})()`;

/** Light or dark as asked, and painted: the tabs have been measured, the new colours are there. */
export const isPainted = (scheme: 'light' | 'dark') => `new Promise((resolve) => {
  const frames = (left) => requestAnimationFrame(() => (left > 0 ? frames(left - 1) : resolve()));
  const look = () =>
    requestAnimationFrame(() => (document.documentElement.dataset.theme === '${scheme}' ? frames(1) : look()));
  look();
})`;

/** As another window of the same browser would choose it; two frames later it is drawn. */
export const choose = (language: 'zh' | 'en') => `new Promise((resolve) => {
  dispatchEvent(new StorageEvent('storage', { key: 'koujing.language', newValue: '${language}' }));
  requestAnimationFrame(() => requestAnimationFrame(resolve));
})`;

/** The page of this address stands, with all its answers. */
export const stands = (path: string) =>
  `window.asking === 0 && window.__TSR_ROUTER__.state.status === 'idle' &&
   window.__TSR_ROUTER__.state.resolvedLocation?.href === ${JSON.stringify(path)} &&
   document.querySelector('main h1') !== null && document.querySelector('main .loading') === null`;
