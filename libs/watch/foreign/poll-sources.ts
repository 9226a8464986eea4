import type { Database, Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { fetchPolitely, type Fetched, type Reach } from './fetch-politely.js';
import { textOfHtml } from './page-html.js';
import { readFeed } from './read-feed.js';
import { readPage } from './read-page.js';
import type { Robots } from './robots.js';
import { isOn } from './source-address.js';
import { heardForMs, longestBody, type SaidItem } from './said-item.js';
import type { DueSource, SourceLook, SourceStore } from './source-store.sql.js';

export interface PollParts {
  readonly database: Database;
  readonly sources: SourceStore;
  readonly reach: Reach;
  readonly robots: Robots;
  readonly clock: Clock;
  /** Names this process in leases. */
  readonly name: string;
  /** The next place in the order that the gate reads by, under its lock. */
  readonly takePlace: (queries: Queries) => Promise<number>;
  /** Base address of our own portal. */
  readonly portalUrl: string;
  /** Spreads looks; [0, 1). */
  readonly jitter: () => number;
}

const minute = 60_000;
/** A notice outside is known within the quarter of an hour; denser would burden small sites for nothing. */
const everyMs = 15 * minute;
const longestMs = 24 * 60 * minute;
const atOnce = 4;
/** Articles that are opened at one look; the rest comes with the next. */
const mostArticles = 10;
/** Well within the lease: another process must not begin the same look. */
const longestLookMs = 2 * minute;

const accept = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
};

/** Reads what organs say outside, a few sites at a time, each site by one process. Publishes nothing. */
export class PollSources {
  constructor(private readonly parts: PollParts) {}

  async tick(): Promise<void> {
    const { database, sources, clock, name } = this.parts;
    const due = await sources.claim(database.queries, { holder: name, now: clock.now(), limit: atOnce });
    await Promise.all(due.map((source) => this.#look(source)));
  }

  /** Whatever a site says, it is looked at again: later each time, and its keepers see why. */
  async #look(source: DueSource): Promise<void> {
    const { database, sources, clock, name } = this.parts;
    try {
      await this.#read(source);
    } catch (error) {
      const told = { kind: 'failed' as const, reason: messageOf(error) };
      await sources.settle(database.queries, source, name, this.#lookOf(source, told, clock.now()));
    }
  }

  async #read(source: DueSource): Promise<void> {
    const { database, sources, clock, name, takePlace } = this.parts;
    const { url, etag, lastModified, kind } = source;
    const fetched = await this.#fetch({ url, etag, lastModified, accept: accept[kind] });
    const at = clock.now();
    const items = fetched.kind === 'read' ? itemsOf(source, fetched, at) : [];
    const told = items instanceof Error ? { kind: 'failed' as const, reason: items.message } : fetched;
    const { texts, isComplete } = await this.#withArticles(
      source,
      items instanceof Error ? [] : await this.#notOurs(recent(items, at)),
    );
    const look = this.#lookOf(source, told, at);
    await database.transaction(async (queries) => {
      // Asked with the marks of a list whose rest is still to come, the site would say that nothing has changed.
      const marked = isComplete ? look : { ...look, marks: { etag: null, lastModified: null } };
      if (!(await sources.settle(queries, source, name, marked))) return;
      await sources.hear(queries, source.id, { items: texts, at, takePlace: () => takePlace(queries) });
    });
  }

  /** A site that lists what went out from here says nothing of its own. */
  async #notOurs(items: readonly SaidItem[]): Promise<readonly SaidItem[]> {
    const { database, sources, portalUrl } = this.parts;
    const elsewhere = items.filter(({ url }) => !isOn(url, portalUrl));
    const own = await sources.ownAmong(
      database.queries,
      elsewhere.map(({ url }) => url),
    );
    return elsewhere.filter(({ url }) => !own.has(url));
  }

  #fetch(wanted: Parameters<typeof fetchPolitely>[0]): Promise<Fetched> {
    return fetchPolitely(wanted, this.parts.reach, this.parts.robots);
  }

  /** The texts behind the newest links, on the source's own host: a list seldom says more than titles. */
  async #withArticles(
    source: DueSource,
    items: readonly SaidItem[],
  ): Promise<{ readonly texts: readonly SaidItem[]; readonly isComplete: boolean }> {
    const { article } = source.selectors;
    if (article === '') return { texts: items, isComplete: true };
    const { database, sources } = this.parts;
    const fresh = await sources.unknown(
      database.queries,
      source.id,
      items.map(({ guid }) => guid),
    );
    const texts: SaidItem[] = [];
    let isComplete = true;
    const begun = this.parts.clock.now().getTime();
    let opened = 0;
    for (const item of items.filter(({ guid }) => fresh.has(guid))) {
      if (opened === mostArticles || this.parts.clock.now().getTime() - begun > longestLookMs) {
        isComplete = false;
        break;
      }
      opened += 1;
      if (new URL(item.url).host !== new URL(source.url).host) {
        texts.push(item);
        continue;
      }
      const page = await this.#fetch({ url: item.url, accept: accept.page });
      // What cannot be opened now is new at the next look as well.
      if (page.kind !== 'read') {
        isComplete = false;
        continue;
      }
      texts.push({ ...item, body: textOfHtml(page.text, article).slice(0, longestBody) });
    }
    return { texts, isComplete };
  }

  #lookOf(source: DueSource, told: Exclude<Fetched, { kind: 'read' }> | Fetched, at: Date): SourceLook {
    const { jitter } = this.parts;
    const spread = 0.8 + 0.4 * jitter();
    const after = (ms: number): Date => new Date(at.getTime() + ms * spread);
    switch (told.kind) {
      case 'read': {
        const marks = { etag: told.etag, lastModified: told.lastModified };
        return { outcome: 'read', reason: null, at, nextAt: after(everyMs), failures: 0, marks };
      }
      case 'unchanged':
        return { outcome: 'unchanged', reason: null, at, nextAt: after(everyMs), failures: 0 };
      case 'later': {
        // Never sooner than the site asks.
        const nextAt = new Date(at.getTime() + Math.max(told.waitMs, everyMs * spread));
        return { outcome: 'later', reason: told.reason, at, nextAt, failures: source.failures + 1 };
      }
      case 'refused':
      case 'failed': {
        const failures = source.failures + 1;
        const nextAt = after(Math.min(longestMs, everyMs * 2 ** Math.min(failures, 8)));
        return { outcome: told.kind, reason: told.reason, at, nextAt, failures };
      }
    }
  }
}

/** Each once, and none that the detector would not compare any more. */
const recent = (items: readonly SaidItem[], at: Date): readonly SaidItem[] => [
  ...new Map(
    items
      .filter(({ publishedAt }) => at.getTime() - publishedAt.getTime() <= heardForMs)
      .map((item) => [item.guid, item]),
  ).values(),
];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the source says, or why it could not be read as what it was registered as. */
const itemsOf = (
  { kind, selectors }: DueSource,
  { text, url }: Fetched & { kind: 'read' },
  heardAt: Date,
): readonly SaidItem[] | Error => {
  try {
    const items =
      kind === 'feed' ? readFeed(text, url, heardAt) : readPage(text, selectors, { base: url, heardAt });
    return items.length === 0 && kind === 'page'
      ? new Error('选择器没有找到任何条目 (the selectors find no item)')
      : items;
  } catch (error) {
    return new Error(`无法读取：${messageOf(error)} (unreadable)`);
  }
};
