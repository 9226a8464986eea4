export { PortalChannel } from './portal-channel.js';
export {
  columnsOf,
  portalSettings,
  siteOf,
  type PortalSecrets,
  type PortalSettings,
} from './portal-settings.js';
export {
  nothingPublished,
  type Owed,
  type Owing,
  type PublishedIndex,
  type SiteChange,
  type Standing,
  type Touched,
  type Withdrawal,
} from './published-index.js';
export type { PublishedEntry, PublishedPage } from './published-entry.js';
export { PublishedIndexFake } from './published-index-fake.js';
export { rebuildSite, type Asset, type Rebuilt } from './rebuild-site.js';
export { renderPart } from './render-part.js';
export { listsOf, sitemapSize, subjectsOf, type KnownList, type ListName, type Place } from './site-list.js';
export { everyPart, writableKinds } from './site-part.js';
export type { Part } from './part.js';
export { nothingForThePress, type AlertFile, type PressReader, type PublishedRoster } from './press.js';
export { pressStands, pressTouched, writePress } from './write-press.js';
export { builtAt } from './feed.js';
export { capPath } from './portal-page.js';
export { bodyOfPage } from './page-text.js';
export { cacheControl, contentType } from './served.js';
export { pingHub } from './ping-hub.js';
export { webSubLinks } from './websub-links.js';
export { writeChanged, writeOwed } from './write-site.js';
