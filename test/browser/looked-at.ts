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
