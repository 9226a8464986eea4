import { escaped } from '@koujing/kernel';
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import RSS from 'rss';
import { columnOf, type PortalSettings } from './portal-settings.js';
import type { PublishedEntry } from './published-entry.js';
import { feedPaths, listPath, subjectOf, type ListName } from './site-list.js';
import { withoutControls } from './sitemap.js';

/** Feed readers ask often and need little: more would only be downloaded again and again. */
export const feedLength = 50;

interface Feed {
  readonly title: string;
  readonly description: string;
  readonly home: string;
  readonly paths: ReturnType<typeof feedPaths>;
}

const feedOf = (settings: PortalSettings, list: ListName): Feed => {
  const siteName = withoutControls(settings.siteName);
  const subject = withoutControls(list === 'site' ? '' : subjectOf(list));
  const description = list.startsWith('column:')
    ? withoutControls(columnOf(settings, subjectOf(list)).description)
    : `${subject || siteName}发布的最新消息`;
  return {
    title: subject === '' ? siteName : `${siteName} · ${subject}`,
    description: description || subject,
    home: listPath(list, settings),
    paths: feedPaths(list, settings),
  };
};

/** The three feeds of a list by path, all of the same entries. */
export const portalFeeds = (
  settings: PortalSettings,
  list: ListName,
  entries: readonly PublishedEntry[],
): ReadonlyMap<string, string> => {
  const shown = entries.slice(0, feedLength);
  const { paths } = feedOf(settings, list);
  return new Map([
    [paths.rss, rssFeed(settings, list, shown)],
    [paths.atom, atomFeed(settings, list, shown)],
    [paths.json, jsonFeed(settings, list, shown)],
  ]);
};

/**
 * RSS 2.0 by the rules of CHANNELS.md D1: absolute links, RFC-822 dates, a `guid` that stays when a release is corrected, and a
 * link to itself.
 */
const rssFeed = (settings: PortalSettings, list: ListName, entries: readonly PublishedEntry[]): string => {
  const { baseUrl, hub } = settings;
  const { title, description, home, paths } = feedOf(settings, list);
  const feed = new RSS({
    ...{ title, description },
    feed_url: `${baseUrl}/${paths.rss}`,
    site_url: `${baseUrl}/${home}`,
    ...(hub === '' ? {} : { hub }),
    language: 'zh-cn',
    generator: 'Koujing',
    ttl: 5,
  });
  for (const entry of entries)
    feed.item({
      title: withoutControls(entry.title),
      description: escaped(withoutControls(entry.summary)),
      url: `${baseUrl}/${entry.path}`,
      guid: identityOf(entry),
      date: entry.publishedAt,
      author: withoutControls(entry.organ),
      categories: [withoutControls(entry.column)],
    });
  return builtAt(feed.xml({ indent: true }), latestChange(entries));
};

/** RFC 4287: unlike RSS it says when a release was corrected. */
const atomFeed = (settings: PortalSettings, list: ListName, entries: readonly PublishedEntry[]): string => {
  const { baseUrl, hub, host } = settings;
  const { title, description, home, paths } = feedOf(settings, list);
  return generateAtomFeed({
    id: `${baseUrl}/${home}`,
    title: { value: title },
    subtitle: { value: description },
    // An empty feed has to say when it changed too: before everything.
    updated: latestChange(entries) ?? new Date(0),
    authors: [{ name: withoutControls(host) }],
    generator: { text: 'Koujing' },
    links: [
      { href: `${baseUrl}/${paths.atom}`, rel: 'self', type: 'application/atom+xml' },
      { href: `${baseUrl}/${home}`, rel: 'alternate', type: 'text/html' },
      ...(hub === '' ? [] : [{ href: hub, rel: 'hub' }]),
    ],
    entries: entries.map((entry) => ({
      id: identityOf(entry),
      title: { value: withoutControls(entry.title) },
      summary: { value: withoutControls(entry.summary) },
      published: entry.publishedAt,
      updated: entry.updatedAt,
      authors: [{ name: withoutControls(entry.organ) }],
      categories: [{ term: withoutControls(entry.column) }],
      links: [{ href: `${baseUrl}/${entry.path}`, rel: 'alternate', type: 'text/html' }],
    })),
  });
};

/** JSON Feed 1.1. */
const jsonFeed = (settings: PortalSettings, list: ListName, entries: readonly PublishedEntry[]): string => {
  const { baseUrl, hub } = settings;
  const { title, description, home, paths } = feedOf(settings, list);
  const feed = generateJsonFeed({
    ...{ title, description, language: 'zh-CN' },
    home_page_url: `${baseUrl}/${home}`,
    feed_url: `${baseUrl}/${paths.json}`,
    ...(hub === '' ? {} : { hubs: [{ type: 'WebSub', url: hub }] }),
    items: entries.map((entry) => ({
      id: identityOf(entry),
      url: `${baseUrl}/${entry.path}`,
      title: withoutControls(entry.title),
      content_text: withoutControls(entry.summary),
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      authors: [{ name: withoutControls(entry.organ) }],
      tags: [withoutControls(entry.column)],
    })),
  });
  return `${JSON.stringify(feed, null, 1)}\n`;
};

const identityOf = ({ releaseId }: PublishedEntry): string => `urn:uuid:${releaseId}`;

/** An RSS document with the time of its newest change: the package writes the time of the call; the same entries must give the same bytes. */
export const builtAt = (xml: string, instant: Date | null): string =>
  xml.replace(
    /\s*<lastBuildDate>[^<]*<\/lastBuildDate>/u,
    instant === null ? '' : `\n        <lastBuildDate>${instant.toUTCString()}</lastBuildDate>`,
  );

const latestChange = (entries: readonly PublishedEntry[]): Date | null =>
  entries.reduce<Date | null>(
    (latest, { updatedAt }) => (latest === null || updatedAt > latest ? updatedAt : latest),
    null,
  );
