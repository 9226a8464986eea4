import type axe from 'axe-core';

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

const tabs = {
  reports: ['timeliness', 'roster', 'bulletin', 'closed'],
  settings: [
    'organs',
    'roster',
    'terms',
    'persons',
    'people',
    'other',
    'channels',
    'chats',
    'keys',
    'events',
    'sources',
    'rules',
    'audit',
  ],
  media: ['reporters', 'lists'],
};
/** Pages of tabs, one address a tab. */
export const tabbed = Object.entries(tabs).flatMap(([page, names]) =>
  names.map((name) => `/${page}?tab=${name}`),
);

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
