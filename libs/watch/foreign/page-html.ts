import { load, type CheerioAPI } from 'cheerio/slim';

/** Paragraphs, headings and rows end a line; what no reader sees is left out. */
export const textOfHtml = (html: string, selector = ''): string => {
  const page = load(html);
  page('script,style,noscript,template,iframe').remove();
  page('br').replaceWith('\n');
  page('p,div,li,tr,h1,h2,h3,h4,h5,h6,blockquote,section,article').append('\n');
  return tidy(selector === '' ? page.root().text() : page(selector).text());
};

export const openPage = (html: string): CheerioAPI => load(html);

export const tidy = (text: string): string =>
  text
    // PostgreSQL keeps no text with this sign in it.
    .replaceAll('\0', '')
    .split('\n')
    .map((line) => line.replace(/[\s\u3000]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
