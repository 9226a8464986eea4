import { escaped } from '@koujing/kernel';
import RSS from 'rss';
import { columnFeedPath, columnPath, type Column } from '@koujing/template';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-index.js';

/** Feed readers ask often and need little: more would only be downloaded again and again. */
export const feedLength = 50;

/**
 * RSS 2.0 of the site or of one column, by the rules of CHANNELS.md D1: absolute links, RFC-822 dates,
 * a `guid` that stays when a release is corrected, and a link to itself.
 */
export const portalFeed = (
  settings: PortalSettings,
  entries: readonly PublishedEntry[],
  column?: Column,
): string => {
  const { baseUrl, siteName } = settings;
  const feed = new RSS({
    title: column ? `${siteName} · ${column.name}` : siteName,
    description: column ? column.description : `${siteName}发布的最新消息`,
    feed_url: `${baseUrl}/${column ? columnFeedPath(column) : 'feed.xml'}`,
    site_url: `${baseUrl}/${column ? columnPath(column) : 'index.html'}`,
    language: 'zh-cn',
    generator: 'Koujing',
    ttl: 5,
  });
  for (const entry of entries.slice(0, feedLength))
    feed.item({
      title: withoutControls(entry.title),
      description: escaped(withoutControls(entry.summary)),
      url: `${baseUrl}/${entry.path}`,
      guid: `urn:uuid:${entry.releaseId}`,
      date: entry.publishedAt,
      author: withoutControls(entry.organ),
      categories: [withoutControls(entry.column)],
    });
  return builtAt(feed.xml({ indent: true }), latestChange(entries));
};

/** The package writes the time of the call; the same entries must give the same bytes. */
const builtAt = (xml: string, instant: Date | null): string =>
  xml.replace(
    /\s*<lastBuildDate>[^<]*<\/lastBuildDate>/u,
    instant === null ? '' : `\n        <lastBuildDate>${instant.toUTCString()}</lastBuildDate>`,
  );

const latestChange = (entries: readonly PublishedEntry[]): Date | null =>
  entries.reduce<Date | null>(
    (latest, { updatedAt }) => (latest === null || updatedAt > latest ? updatedAt : latest),
    null,
  );

/** XML 1.0 has no place for them, not even encoded: one pasted from Word would break the feed for every reader. */
const withoutControls = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
