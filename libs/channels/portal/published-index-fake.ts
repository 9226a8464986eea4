import type { KnownList, Place } from './site-list.js';
import type {
  Owed,
  Owing,
  PublishedIndex,
  SiteChange,
  Standing,
  Touched,
  Withdrawal,
} from './published-index.js';
import type { PublishedEntry, PublishedPage } from './published-entry.js';
import { columnList, listsOf, sitemapSize, type ListName } from './site-list.js';
import type { Part } from './part.js';
import { nothingForThePress } from './press.js';
import { later } from './sitemap.js';
import { writableKinds } from './site-part.js';

type Change = Omit<SiteChange, 'live'> & { readonly note: string };

/** The fake: an index of one process that lasts as long as the object. */
export class PublishedIndexFake implements PublishedIndex {
  readonly #pages = new Map<string, PublishedPage>();
  /** List → releases in the order of their places; the place of one that went stays empty. */
  readonly #lists = new Map<ListName, (string | null)[]>();
  readonly #changes: Change[] = [];
  readonly #withdrawn = new Map<string, Withdrawal>();
  readonly #sitemap = new Map<number, Date>();
  readonly #owed = new Map<string, Owed & { readonly isOfForm: boolean }>();
  readonly #written = new Map<string, readonly string[]>();
  #turn = 0;
  #form: string | null = null;
  #last: Promise<unknown> = Promise.resolve();
  /** What others keep for the press; a test puts its own here. */
  roster = nothingForThePress.roster;
  conferences = nothingForThePress.conferences;
  alerts = nothingForThePress.alerts;
  alertsAfter = nothingForThePress.alertsAfter;
  alertFile = nothingForThePress.alertFile;
  alertsNamed = nothingForThePress.alertsNamed;

  async changedAt(page: 'roster' | 'conferences'): Promise<Date | null> {
    if (page === 'roster') return (await this.roster())?.publishedAt ?? null;
    const told = (await this.conferences()).flatMap(({ approvedAt, voidedAt }) => [approvedAt, voidedAt]);
    return told.reduce(later, null);
  }

  async known(releaseIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(releaseIds.filter((id) => this.#pages.has(id) || this.#withdrawn.has(id)));
  }

  async knownAssets(digests: readonly string[]): Promise<ReadonlySet<string>> {
    const shown = await Promise.all(
      digests.map(async (sha256) => ((await this.shows(sha256)) ? sha256 : null)),
    );
    return new Set(shown.filter((sha256) => sha256 !== null));
  }

  async find(releaseId: string): Promise<PublishedEntry | null> {
    return this.#pages.get(releaseId)?.entry ?? null;
  }

  async record(page: PublishedPage, owing: Owing): Promise<readonly Owed[]> {
    const { entry, rendition } = page;
    const known = this.#pages.get(entry.releaseId)?.entry;
    if (known && known.version > entry.version) return [];
    const wanted = listsOf(entry);
    const before = this.#pages.get(entry.releaseId)?.rendition.assets ?? [];
    const left = this.#leave(entry.releaseId, (list) => !wanted.includes(list));
    for (const list of wanted) {
      const members = this.#lists.get(list) ?? [];
      this.#lists.set(list, members);
      if (!members.includes(entry.releaseId)) members.push(entry.releaseId);
    }
    this.#pages.set(entry.releaseId, { ...page, entry: { ...entry, ...this.#timesOf(entry, known) } });
    const wasGone = this.#withdrawn.delete(entry.releaseId);
    if (known && known.version < entry.version)
      this.#changes.push({
        ...{ kind: 'corrected', releaseId: entry.releaseId, version: entry.version, organ: entry.organ },
        ...{ at: entry.updatedAt, note: rendition.parts['correctionNote'] ?? '' },
      });
    const now = this.#touchedNow(entry.releaseId);
    this.#changedAt(now.places, entry.updatedAt);
    return this.#owe(
      owing({
        ...now,
        places: [...now.places, ...left],
        goneChanged: wasGone,
        left: before.filter((sha256) => !rendition.assets.includes(sha256)),
      }),
    );
  }

  /** The first publication keeps its time, and so does a version that is recorded again. */
  #timesOf(entry: PublishedEntry, known: PublishedEntry | undefined) {
    const { publishedAt, updatedAt } = known ?? entry;
    return { publishedAt, updatedAt: known?.version === entry.version ? updatedAt : entry.updatedAt };
  }

  async remove(withdrawal: Withdrawal, owing: Owing): Promise<readonly Owed[]> {
    const { releaseId, version, at } = withdrawal;
    const page = this.#pages.get(releaseId);
    const known = page?.entry;
    const left = this.#leave(releaseId, () => true);
    this.#pages.delete(releaseId);
    this.#withdrawn.set(releaseId, withdrawal);
    if (known)
      this.#changes.push({ kind: 'withdrawn', releaseId, version, organ: known.organ, at, note: '' });
    this.#changedAt(left, at);
    return this.#owe(
      owing({
        ...this.#touchedNow(releaseId),
        places: left,
        goneChanged: true,
        left: page?.rendition.assets ?? [],
      }),
    );
  }

  async owe(parts: readonly Part[], by?: 'form'): Promise<readonly Owed[]> {
    return this.#owe(parts, by === 'form');
  }

  async touched(releaseId: string): Promise<Touched> {
    return this.#touchedNow(releaseId);
  }

  async newest(limit: number, list: ListName = 'site'): Promise<readonly PublishedEntry[]> {
    return (await this.between(list, 1, Number.MAX_SAFE_INTEGER)).slice(0, limit);
  }

  async between(list: ListName, first: number, last: number): Promise<readonly PublishedEntry[]> {
    return (this.#lists.get(list) ?? [])
      .slice(first - 1, last)
      .flatMap((id) => (id === null ? [] : (this.#pages.get(id)?.entry ?? [])))
      .toReversed();
  }

  async changesBetween(first: number, last: number): Promise<readonly SiteChange[]> {
    return this.#changes
      .slice(first - 1, last)
      .map(({ note, ...change }): SiteChange => {
        const entry = this.#pages.get(change.releaseId)?.entry;
        return { ...change, live: entry ? { title: entry.title, path: entry.path, note } : null };
      })
      .toReversed();
  }

  async lists(): Promise<readonly KnownList[]> {
    return [...this.#lists.keys(), ...(this.#changes.length > 0 ? (['changes'] as const) : [])]
      .map((list) => ({ list, last: this.#lastOf(list) }))
      .toSorted((a, b) => (a.list < b.list ? -1 : 1));
  }

  async last(list: ListName): Promise<number> {
    return this.#lastOf(list);
  }

  async sitemapParts(): Promise<readonly { readonly part: number; readonly changedAt: Date }[]> {
    return [...this.#sitemap]
      .map(([part, changedAt]) => ({ part, changedAt }))
      .toSorted((a, b) => a.part - b.part);
  }

  async withdrawn(): Promise<readonly Withdrawal[]> {
    return [...this.#withdrawn.values()].toSorted((a, b) => (a.releaseId < b.releaseId ? -1 : 1));
  }

  async withdrawal(releaseId: string): Promise<Withdrawal | null> {
    return this.#withdrawn.get(releaseId) ?? null;
  }

  async shows(sha256: string): Promise<boolean> {
    return [...this.#pages.values()].some(({ rendition }) => rendition.assets.includes(sha256));
  }

  async pages(after: string, limit: number): Promise<readonly PublishedPage[]> {
    return [...this.#pages.values()]
      .filter(({ entry }) => entry.releaseId > after)
      .toSorted((a, b) => (a.entry.releaseId < b.entry.releaseId ? -1 : 1))
      .slice(0, limit);
  }

  async owed(limit: number): Promise<readonly Owed[]> {
    return [...this.#owed.values()]
      .filter(({ part }) => writableKinds.includes(part.kind))
      .toSorted((a, b) => Number(a.isOfForm) - Number(b.isOfForm) || a.turn - b.turn)
      .slice(0, limit)
      .map(({ part, turn }) => ({ part, turn }));
  }

  async pings(): Promise<readonly Owed[]> {
    return [...this.#owed.values()].filter(
      ({ part }) =>
        part.kind === 'ping' && !this.#owed.has(JSON.stringify({ kind: 'feeds', list: part.list })),
    );
  }

  async settle(owed: readonly Owed[]): Promise<void> {
    for (const { part, turn } of owed) {
      const key = JSON.stringify(part);
      if (this.#owed.get(key)?.turn === turn) this.#owed.delete(key);
    }
  }

  async turn(): Promise<number> {
    return this.#turn;
  }

  async written(paths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return new Map([...this.#written].filter(([path]) => paths.includes(path)));
  }

  async keepWritten(files: ReadonlyMap<string, readonly string[]>): Promise<void> {
    for (const [path, digests] of files) this.#written.set(path, digests);
  }

  async form(): Promise<string | null> {
    return this.#form;
  }

  async isDressed(form: string): Promise<boolean> {
    return (
      (this.#form === null || this.#form === form) &&
      ![...this.#owed.values()].some(({ part }) => part.kind === 'articles')
    );
  }

  /** Of one process, that stands for what it asked last: a known form comes back at once. */
  async standFor(form: string): Promise<Standing> {
    return this.#form === form ? 'current' : 'takesOver';
  }

  async keepColumns(names: readonly string[]): Promise<void> {
    for (const list of names.map(columnList)) this.#lists.set(list, this.#lists.get(list) ?? []);
  }

  async oweAll(form: string, parts: readonly Part[]): Promise<void> {
    this.#form = form;
    this.#owe(parts, true);
  }

  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #lastOf(list: ListName): number {
    return list === 'changes' ? this.#changes.length : (this.#lists.get(list)?.length ?? 0);
  }

  #leave(releaseId: string, leaves: (list: ListName) => boolean): readonly Place[] {
    const left: Place[] = [];
    for (const [list, members] of this.#lists) {
      const at = members.indexOf(releaseId);
      if (at < 0 || !leaves(list)) continue;
      members[at] = null;
      left.push({ list, position: at + 1, last: members.length });
    }
    return left;
  }

  #touchedNow(releaseId: string): Touched {
    const places = [...this.#lists].flatMap(([list, members]): Place[] => {
      const at = members.indexOf(releaseId);
      return at < 0 ? [] : [{ list, position: at + 1, last: members.length }];
    });
    const changes = this.#changes.flatMap((change, at): Place[] =>
      change.releaseId === releaseId
        ? [{ list: 'changes', position: at + 1, last: this.#changes.length }]
        : [],
    );
    return { places, changes, goneChanged: false, left: [] };
  }

  #changedAt(places: readonly Place[], at: Date): void {
    for (const { list, position } of places) {
      if (list !== 'site') continue;
      const part = Math.ceil(position / sitemapSize);
      const before = this.#sitemap.get(part);
      if (before === undefined || before < at) this.#sitemap.set(part, at);
    }
  }

  #owe(parts: readonly Part[], isOfForm = false): readonly Owed[] {
    return parts.map((part) => {
      this.#turn += 1;
      const key = JSON.stringify(part);
      const owed = { part, turn: this.#turn };
      this.#owed.set(key, { ...owed, isOfForm: isOfForm && this.#owed.get(key)?.isOfForm !== false });
      return owed;
    });
  }
}
