import { readDate } from './feed-date.js';
import type { Selectors } from './foreign-source.api.js';
import { openPage, tidy } from './page-html.js';
import { addressOf, longestBody, mostItems, type SaidItem } from './said-item.js';

/** A page without a feed: its items by CSS selectors. What has no address of its own is no item. */
export const readPage = (
  html: string,
  selectors: Selectors,
  { base, heardAt }: { readonly base: string; readonly heardAt: Date },
): readonly SaidItem[] => {
  const page = openPage(html);
  const items: SaidItem[] = [];
  for (const element of page(selectors.item).toArray().slice(0, mostItems)) {
    const item = page(element);
    const within = (selector: string) => (selector === '' ? item : item.find(selector).first());
    const anchor =
      selectors.link === '' ? (item.is('a') ? item : item.find('a').first()) : within(selectors.link);
    const url = addressOf(anchor.attr('href'), base);
    const title = tidy((selectors.title === '' ? anchor : within(selectors.title)).text()).replaceAll(
      '\n',
      ' ',
    );
    if (url === null || title === '') continue;
    const date = selectors.date === '' ? undefined : within(selectors.date).text();
    const { at, fault } = readDate(date, heardAt);
    const body = selectors.body === '' ? '' : tidy(within(selectors.body).text()).slice(0, longestBody);
    items.push({ guid: url, url, title, body, publishedAt: at, dateFault: fault });
  }
  return items;
};
