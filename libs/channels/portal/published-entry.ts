import type { Rendition } from '@koujing/channel';

/** A page the portal shows: what lists, feeds and the address book of live pages are built from. */
export interface PublishedEntry {
  readonly releaseId: string;
  readonly version: number;
  /** Path under the site root, e.g. `r/<id>.html`. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly organ: string;
  /** Whose lists show it: the releasing organ, then those that release with it. */
  readonly organs: readonly string[];
  readonly column: string;
  /** First publication; a new version keeps it (never back-dated, never moved). */
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

/** An entry with all that is needed to write its page again. */
export interface PublishedPage {
  readonly entry: PublishedEntry;
  readonly rendition: Rendition;
}
