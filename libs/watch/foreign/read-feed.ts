import { parseFeed } from 'feedsmith';
import { readDate } from './feed-date.js';
import { textOfHtml, tidy } from './page-html.js';
import { addressOf, longestBody, mostItems, type SaidItem } from './said-item.js';

/** What the formats have in common. */
interface Entry {
  readonly guid: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  readonly html: string | undefined;
  readonly date: string | undefined;
}

/** RSS, Atom, RDF or JSON Feed. @throws Error for anything else */
export const readFeed = (text: string, base: string, heardAt: Date, most = mostItems): readonly SaidItem[] =>
  entriesOf(text)
    .slice(0, most)
    .flatMap(({ guid, link, title, html, date }) => {
      const url = addressOf(link ?? guid, base);
      const said = tidy(textOfHtml(title ?? '')).replaceAll('\n', ' ');
      if (url === null || said === '') return [];
      const { at, fault } = readDate(date, heardAt);
      const body = textOfHtml(html ?? '').slice(0, longestBody);
      return [{ guid: guid ?? url, url, title: said, body, publishedAt: at, dateFault: fault }];
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
