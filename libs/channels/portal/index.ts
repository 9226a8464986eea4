export { PortalChannel } from './portal-channel.js';
export { portalSettings, siteOf, type PortalSecrets, type PortalSettings } from './portal-settings.js';
export type { PublishedEntry, PublishedIndex } from './published-index.js';
export { PublishedIndexFake } from './published-index-fake.js';
export { siteLists, type SiteFiles } from './site-lists.js';
