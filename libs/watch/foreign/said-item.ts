import type { DateFault } from './feed-date.js';

/** One thing that a source says. */
export interface SaidItem {
  /** The same at every look. */
  readonly guid: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly publishedAt: Date;
  readonly dateFault: DateFault | null;
}

/** Beyond these a list is an archive; the detector compares a month. */
export const mostItems = 50;
export const longestBody = 20_000;

/** Absolute, of the web, without what leads inside the page; null for anything else. */
export const addressOf = (link: string | undefined, base: string): string | null => {
  if (link === undefined || link.trim() === '' || !URL.canParse(link.trim(), base)) return null;
  const url = new URL(link.trim(), base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
};
