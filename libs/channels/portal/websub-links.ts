import type { PortalSettings } from './portal-settings.js';

/** Feeds of the site, of a column, of an organ (`feedPaths`); a sitemap, a page or the index of the alerts is none. */
const feed = /^(?:feed|[co]\/[^/]+)\.(?:xml|atom|json)$/u;

/**
 * The `Link` header of a feed: which hub tells of its changes, and what the feed itself is called there. WebSub asks for both in the
 * header, where subscribers look first, and in the feed (W3C Recommendation of 23 January 2018, section 4). Null without a hub, and
 * for whatever is no feed.
 */
export const webSubLinks = (
  path: string,
  { hub, baseUrl }: Pick<PortalSettings, 'hub' | 'baseUrl'>,
): string | null =>
  hub === '' || !feed.test(path)
    ? null
    : `<${new URL(hub).href}>; rel="hub", <${new URL(path, `${baseUrl}/`).href}>; rel="self"`;
