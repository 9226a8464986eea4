import type { ListName } from './site-list.js';

/** Of these a site has one each. */
export const singleParts = [
  ...(['script', 'share', 'robots', 'home', 'map', 'search', 'missing', 'gone', 'news'] as const),
  ...(['roster', 'conferences', 'alerts'] as const),
] as const;

/** A lot holds up a publication for the time of so many pages and no longer. */
export const articlesAtOnce = 64;

/** What is written after the article; the journal holds these until they stand. */
export type Part =
  | { readonly kind: (typeof singleParts)[number] }
  /** A list's own page (null), or one of its full pages. */
  | { readonly kind: 'list'; readonly list: ListName; readonly page: number | null }
  | { readonly kind: 'feeds'; readonly list: ListName }
  /** Some articles by release id, from after this one on: after them the next are owed. */
  | { readonly kind: 'articles'; readonly after: string }
  /** A CAP message, and where its release's page leads to it; written by `alert`, looked at here. */
  | { readonly kind: 'message'; readonly identifier: string }
  /** The notice in the place of a withdrawn page. */
  | { readonly kind: 'notice'; readonly releaseId: string }
  /** A picture that a page no longer shows: gone, unless another one shows it. */
  | { readonly kind: 'asset'; readonly sha256: string }
  /** The index of the sitemap (null), or one of its parts. */
  | { readonly kind: 'sitemap'; readonly page: number | null }
  /** The hub is told that a feed changed. */
  | { readonly kind: 'ping'; readonly list: ListName };
