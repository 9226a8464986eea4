import { digestOf } from '@koujing/kernel';
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
const longestGuid = 500;

/** Kept in an index, and some feeds put whole texts there. */
export const keptGuid = (said: string): string => (said.length <= longestGuid ? said : digestOf(said));

/** The detector compares a month; what is older is said of another time. */
export const heardForMs = 31 * 24 * 3_600_000;

/** Absolute, of the web, without what leads inside the page; null for anything else. */
export const addressOf = (link: string | undefined, base: string): string | null => {
  if (link === undefined || link.trim() === '' || !URL.canParse(link.trim(), base)) return null;
  const url = new URL(link.trim(), base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
};
