import type { Part } from './part.js';
import { nothingForThePress, type PressReader } from './press.js';
import type { PublishedEntry, PublishedPage } from './published-entry.js';
import type { KnownList, ListName, Place } from './site-list.js';

/** What one publication, correction or withdrawal moved. */
export interface Touched {
  /** Lists that show the entry, and lists that no longer do. */
  readonly places: readonly Place[];
  /** Where it stands among corrections and withdrawals. */
  readonly changes: readonly Place[];
  readonly goneChanged: boolean;
  /** Digests of pictures and documents that the release showed before and no longer does. */
  readonly left: readonly string[];
}

/** From what was touched to what must be written; pure, so that it can be decided inside the transaction. */
export type Owing = (touched: Touched) => readonly Part[];

/** A line of the journal; `turn` tells one owing from the next. */
export interface Owed {
  readonly part: Part;
  readonly turn: number;
}

/**
 * While a city upgrades, programs of two forms run beside each other: the site follows the form that is new to it, and goes back to
 * a known one only when nobody has stood for the current one for a minute. `yields` leaves the journal to the others.
 */
export type Standing = 'current' | 'takesOver' | 'yields';

export interface Withdrawal {
  readonly releaseId: string;
  readonly version: number;
  /** To the minute, as the notice says it. */
  readonly at: Date;
}

/** A line of the list of corrections and withdrawals. */
export interface SiteChange {
  readonly kind: 'corrected' | 'withdrawn';
  readonly releaseId: string;
  readonly version: number;
  readonly organ: string;
  readonly at: Date;
  /** Null once the page is withdrawn: its words are gone for the public here too. */
  readonly live: { readonly title: string; readonly path: string; readonly note: string } | null;
}

/** What a page of the site is made from; nothing here changes anything. */
export interface SiteReader extends PressReader {
  /** Newest first. */
  newest(limit: number, list?: ListName): Promise<readonly PublishedEntry[]>;
  /** Live entries at these positions, both included, newest first. */
  between(list: ListName, first: number, last: number): Promise<readonly PublishedEntry[]>;
  changesBetween(first: number, last: number): Promise<readonly SiteChange[]>;
  /** Every list that was ever written to, by name. */
  lists(): Promise<readonly KnownList[]>;
  /** How many places were ever given in a list; 0 for an unknown one. */
  last(list: ListName): Promise<number>;
  /** When anything in a part of the sitemap changed last, oldest part first. */
  sitemapParts(): Promise<readonly { readonly part: number; readonly changedAt: Date }[]>;
  /** Withdrawn and not published again, by release. */
  withdrawn(): Promise<readonly Withdrawal[]>;
  withdrawal(releaseId: string): Promise<Withdrawal | null>;
  /** Pages by release id, from after this one on. */
  pages(after: string, limit: number): Promise<readonly PublishedPage[]>;
  /** Does any live page show this picture? */
  shows(sha256: string): Promise<boolean>;
}

/**
 * Port owned by the portal channel; the ledger's database implements it, so that every process sees the same site.
 * What `record` and `remove` owe the site is kept with them, in one transaction: the journal that a crash leaves behind.
 */
export interface PublishedIndex extends SiteReader {
  /** Which of these releases have a page here, live or as the notice that it is withdrawn. */
  known(releaseIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Which of these pictures a live page shows, or a release that is still on its way there. */
  knownAssets(digests: readonly string[]): Promise<ReadonlySet<string>>;
  /** The entry of a release, if it is live. */
  find(releaseId: string): Promise<PublishedEntry | null>;
  /** Idempotent; an older version never replaces a newer one. Answers what it owes the site. */
  record(page: PublishedPage, owing: Owing): Promise<readonly Owed[]>;
  remove(withdrawal: Withdrawal, owing: Owing): Promise<readonly Owed[]>;
  /** What others than releases owe the site, or what is left of a new form. */
  owe(parts: readonly Part[], by?: 'form'): Promise<readonly Owed[]>;
  /** Where a live release stands now. */
  touched(releaseId: string): Promise<Touched>;
  /**
   * The first that this program can write (`writableKinds`): what releases owe, in its order, then what a new form owes. What a
   * newer program owes stays for it.
   */
  owed(limit: number): Promise<readonly Owed[]>;
  /** Feeds that stand, and of which the hub was not told. */
  pings(): Promise<readonly Owed[]>;
  /** Strikes out what was not owed anew since it was read. */
  settle(owed: readonly Owed[]): Promise<void>;
  /** Where the journal stands: another number whenever anything was owed meanwhile. */
  turn(): Promise<number>;
  /** By path the digests of what was written there last, '' for no file: two while it is being written. */
  written(paths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  keepWritten(files: ReadonlyMap<string, readonly string[]>): Promise<void>;
  /** The form that the lists are written in, or null on a new site. */
  form(): Promise<string | null>;
  /** Has every article the head and foot of this form? Not while they are being put round the articles. */
  isDressed(form: string): Promise<boolean>;
  /** Says that a program of this form runs, and answers whether it is to write the site in it. */
  standFor(form: string): Promise<Standing>;
  /** Columns that the navigation has are known from now on: their addresses outlast it, also where nothing was published in them. */
  keepColumns(names: readonly string[]): Promise<void>;
  /** All of it is owed anew, in this form. */
  oweAll(form: string, parts: readonly Part[]): Promise<void>;
  /** One writer of lists and feeds at a time, across processes; otherwise a slow writer would publish an old list. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** A site on which nothing was published yet. */
export const nothingPublished: SiteReader = {
  newest: async () => [],
  between: async () => [],
  changesBetween: async () => [],
  lists: async () => [],
  last: async () => 0,
  sitemapParts: async () => [],
  withdrawn: async () => [],
  withdrawal: async () => null,
  pages: async () => [],
  shows: async () => false,
  ...nothingForThePress,
};
