export { KeepLinks } from './link/keep-links.js';
export { LeaveFromPage } from './leave-from-page.js';
export { OpenLink } from './link/open-link.js';
export { OutletLinkStore } from './link/outlet-link-store.sql.js';
export { ReleaseDocumentStore } from './release-document-store.sql.js';
export { ShowFeed } from './show-feed.js';
export { ShownReleases } from './shown-releases.sql.js';
export { ShowNewsroom } from './show-newsroom.js';
