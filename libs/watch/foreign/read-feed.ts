import { parseFeed } from 'feedsmith';
import { readDate } from './feed-date.js';
import { textOfHtml, tidy } from './page-html.js';
import { addressOf, keptGuid, longestBody, mostItems, type SaidItem } from './said-item.js';

/** What the formats have in common. */
interface Entry {
  readonly guid: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  readonly html: string | undefined;
  readonly date: string | undefined;
}

/** What a feed says of one thing, as text; what it does not say is ''. */
export interface FeedItem {
  readonly guid: string;
  readonly link: string;
  readonly title: string;
  readonly body: string;
  /** As it stands there. */
  readonly date: string;
}

/** All of an RSS, Atom, RDF or JSON Feed. @throws Error for anything else */
export const feedItems = (text: string): readonly FeedItem[] =>
  entriesOf(text.replaceAll('\0', '')).map(({ guid = '', link = '', title = '', html = '', date = '' }) => ({
    ...{ guid, link, date },
    title: tidy(textOfHtml(title)).replaceAll('\n', ' '),
    body: textOfHtml(html),
  }));

/** The newest that a feed says; what has no title, or no address on the web, says nothing to compare. */
export const readFeed = (text: string, base: string, heardAt: Date): readonly SaidItem[] =>
  feedItems(text)
    .slice(0, mostItems)
    .flatMap(({ guid, link, title, body, date }) => {
      const url = addressOf(link === '' ? guid : link, base);
      if (url === null || title === '') return [];
      const { at, fault } = readDate(date, heardAt);
      return [
        {
          ...{ guid: keptGuid(guid === '' ? url : guid), url, title, publishedAt: at, dateFault: fault },
          body: body.slice(0, longestBody),
        },
      ];
    });

const entriesOf = (text: string): readonly Entry[] => {
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        ...{ guid: item.guid?.value, link: item.link, title: item.title },
        html: item.content?.encoded ?? item.description,
        date: item.pubDate ?? item.dc?.dates?.[0],
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        guid: entry.id,
        link: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])
          ?.href,
        title: entry.title?.value,
        html: entry.content?.value ?? entry.summary?.value,
        date: entry.published ?? entry.updated,
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        ...{ guid: item.rdf?.about, link: item.link, title: item.title },
        html: item.content?.encoded ?? item.description,
        date: item.dc?.dates?.[0],
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        ...{ guid: item.id, link: item.url, title: item.title },
        html: item.content_html ?? item.content_text ?? item.summary,
        date: item.date_published,
      }));
  }
};
