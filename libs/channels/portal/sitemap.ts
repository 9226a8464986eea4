import { escaped } from '@koujing/kernel';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-index.js';

/** The protocol's limit for one file (sitemaps.org); beyond it search engines refuse the whole file, so the oldest go. */
export const sitemapLength = 50_000;

/**
 * Sitemap 0.9: the home page and every page that is live. A withdrawn page has no entry in the index and so none
 * here; the home page keeps the file valid on an empty site (the schema asks for at least one address).
 * @param entries newest first.
 */
export const portalSitemap = ({ baseUrl }: PortalSettings, entries: readonly PublishedEntry[]): string => {
  const listed = entries.slice(0, sitemapLength - 1);
  const latest = listed.reduce<Date | null>(
    (last, { updatedAt }) => (last === null || updatedAt > last ? updatedAt : last),
    null,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    address(`${baseUrl}/index.html`, latest),
    ...listed.map(({ path, updatedAt }) => address(`${baseUrl}/${path}`, updatedAt)),
    '</urlset>\n',
  ].join('\n');
};

const address = (url: string, changedAt: Date | null): string =>
  `  <url><loc>${escaped(url)}</loc>${changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`}</url>`;
