import {
  nothingForThePress,
  type KnownList,
  type ListName,
  type Owed,
  type Owing,
  type Part,
  type PressReader,
  type PublishedEntry,
  type PublishedIndex,
  type PublishedPage,
  type SiteChange,
  type Standing,
  type Touched,
  type Withdrawal,
} from '@koujing/channels/portal';
import type { Database } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { sql } from 'kysely';
import { entryOf, pagesOf } from './page-row.sql.js';
import { recordPage, removePage } from './record-page.sql.js';
import { formNow, isDressed, standFor, takeForm } from './site-form.sql.js';
import { nowOwed, owe, owedPings, settled, turnNow } from './site-journal.sql.js';
import { keepWritten, writtenAt } from './site-written.sql.js';
import { knownOf, shown } from './site-assets.sql.js';
import { indexMissing } from './site-search.sql.js';
import * as places from './site-places.sql.js';

/** Renewed while the work goes on; a dead writer blocks the others no longer than this. */
const leaseMs = 30_000;
const lookEveryMs = 25;

/** The site's pages as rows, so that every process writes the same lists (one index per portal account). */
export class StoredPublishedIndex implements PublishedIndex {
  constructor(
    private readonly database: Database,
    private readonly accountId: string,
    private readonly press: PressReader = nothingForThePress,
  ) {}

  roster(): ReturnType<PressReader['roster']> {
    return this.press.roster();
  }

  conferences(): ReturnType<PressReader['conferences']> {
    return this.press.conferences();
  }

  alerts(): ReturnType<PressReader['alerts']> {
    return this.press.alerts();
  }

  alertsAfter(...some: Parameters<PressReader['alertsAfter']>): ReturnType<PressReader['alertsAfter']> {
    return this.press.alertsAfter(...some);
  }

  alertFile(identifier: string): ReturnType<PressReader['alertFile']> {
    return this.press.alertFile(identifier);
  }

  alertsNamed(names: readonly string[]): ReturnType<PressReader['alertsNamed']> {
    return this.press.alertsNamed(names);
  }

  changedAt(...page: Parameters<PressReader['changedAt']>): ReturnType<PressReader['changedAt']> {
    return this.press.changedAt(...page);
  }

  knownAssets(digests: readonly string[]): Promise<ReadonlySet<string>> {
    return knownOf(this.database.queries, this.accountId, digests);
  }

  async find(releaseId: string): Promise<PublishedEntry | null> {
    const row = await pagesOf(this.database.queries, this.accountId)
      .where('release_id', '=', releaseId)
      .executeTakeFirst();
    return row === undefined ? null : entryOf(row);
  }

  record(page: PublishedPage, owing: Owing): Promise<readonly Owed[]> {
    return this.database.transaction((queries) => recordPage(queries, this.accountId, { page, owing }));
  }

  remove(withdrawal: Withdrawal, owing: Owing): Promise<readonly Owed[]> {
    return this.database.transaction((queries) => removePage(queries, this.accountId, { withdrawal, owing }));
  }

  owe(parts: readonly Part[], by?: 'form'): Promise<readonly Owed[]> {
    return owe(this.database.queries, this.accountId, parts, by);
  }

  touched(releaseId: string): Promise<Touched> {
    return places.touched(this.database.queries, this.accountId, releaseId);
  }

  newest(limit: number, list: ListName = 'site'): Promise<readonly PublishedEntry[]> {
    return places.newest(this.database.queries, this.accountId, { limit, list });
  }

  between(list: ListName, first: number, last: number): Promise<readonly PublishedEntry[]> {
    return places.between(this.database.queries, this.accountId, { list, first, last });
  }

  changesBetween(first: number, last: number): Promise<readonly SiteChange[]> {
    return places.changes(this.database.queries, this.accountId, { first, last });
  }

  lists(): Promise<readonly KnownList[]> {
    return places.lists(this.database.queries, this.accountId);
  }

  async keepColumns(names: readonly string[]): Promise<void> {
    await places.keepColumns(this.database.queries, this.accountId, names);
  }

  async last(list: ListName): Promise<number> {
    const row = await this.database.queries
      .selectFrom('published_list')
      .select('last')
      .where('account_id', '=', this.accountId)
      .where('list', '=', list)
      .executeTakeFirst();
    return row?.last ?? 0;
  }

  async sitemapParts(): Promise<readonly { readonly part: number; readonly changedAt: Date }[]> {
    const rows = await this.database.queries
      .selectFrom('sitemap_part')
      .select(['part', 'changed_at'])
      .where('account_id', '=', this.accountId)
      .orderBy('part')
      .execute();
    return rows.map(({ part, changed_at }) => ({ part, changedAt: changed_at }));
  }

  async withdrawn(): Promise<readonly Withdrawal[]> {
    const rows = await this.database.queries
      .selectFrom('withdrawn_page')
      .selectAll()
      .where('account_id', '=', this.accountId)
      .orderBy(sql`release_id collate "C"`)
      .execute();
    return rows.map((row) => ({ releaseId: row.release_id, version: row.version, at: row.withdrawn_at }));
  }

  async withdrawal(releaseId: string): Promise<Withdrawal | null> {
    const row = await this.database.queries
      .selectFrom('withdrawn_page')
      .selectAll()
      .where('account_id', '=', this.accountId)
      .where('release_id', '=', releaseId)
      .executeTakeFirst();
    return row === undefined ? null : { releaseId, version: row.version, at: row.withdrawn_at };
  }

  shows(sha256: string): Promise<boolean> {
    return shown(this.database.queries, this.accountId, sha256);
  }

  pages(after: string, limit: number): Promise<readonly PublishedPage[]> {
    return places.pages(this.database.queries, this.accountId, { after, limit });
  }

  /** Live pages that came before their rendition was kept. */
  async withoutText(): Promise<number> {
    const { count } = await this.database.queries
      .selectFrom('published_page')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('account_id', '=', this.accountId)
      .where('rendition_digest', 'is', null)
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Makes pages found that came before there was a search; answers how many there were. */
  indexMissing(limit: number): Promise<number> {
    return indexMissing(this.database.queries, this.accountId, limit);
  }

  owed(limit: number): Promise<readonly Owed[]> {
    return nowOwed(this.database.queries, this.accountId, limit);
  }

  pings(): Promise<readonly Owed[]> {
    return owedPings(this.database.queries, this.accountId);
  }

  settle(owed: readonly Owed[]): Promise<void> {
    return settled(this.database.queries, this.accountId, owed);
  }

  turn(): Promise<number> {
    return turnNow(this.database.queries);
  }

  written(paths: readonly string[]): ReturnType<PublishedIndex['written']> {
    return writtenAt(this.database.queries, this.accountId, paths);
  }

  keepWritten(files: ReadonlyMap<string, readonly string[]>): Promise<void> {
    return this.database.transaction((queries) => keepWritten(queries, this.accountId, files));
  }

  form(): Promise<string | null> {
    return formNow(this.database.queries, this.accountId);
  }

  isDressed(form: string): Promise<boolean> {
    return isDressed(this.database.queries, this.accountId, form);
  }

  standFor(form: string): Promise<Standing> {
    return standFor(this.database.queries, this.accountId, form);
  }

  oweAll(form: string, parts: readonly Part[]): Promise<void> {
    return this.database.transaction(async (queries) => {
      await takeForm(queries, this.accountId, form);
      await owe(queries, this.accountId, parts, 'form');
    });
  }

  /** By a lease row, not by a lock on a connection: the work itself reads through the same pool. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const holder = newId();
    while (!(await this.#lease(holder))) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    // A beat that fails is made up for by the next, long before the lease ends.
    const beat = setInterval(() => void this.#renew(holder).catch(() => undefined), leaseMs / 5);
    try {
      return await work();
    } finally {
      clearInterval(beat);
      await sql`delete from lease where name = ${this.#leaseName()} and holder = ${holder}`.execute(
        this.database.queries,
      );
    }
  }

  async known(releaseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ id: string }>`
      select release_id as id from published_page where account_id = ${this.accountId} and release_id = any(${[...releaseIds]})
      union select release_id from withdrawn_page
        where account_id = ${this.accountId} and release_id = any(${[...releaseIds]})`.execute(
      this.database.queries,
    );
    return new Set(rows.map(({ id }) => id));
  }

  async #lease(holder: string): Promise<boolean> {
    const { rows } = await sql`
      insert into lease (name, holder, until)
      values (${this.#leaseName()}, ${holder}, clock_timestamp() + ${leaseMs} * interval '1 millisecond')
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where lease.until < clock_timestamp() returning name`.execute(this.database.queries);
    return rows.length > 0;
  }

  async #renew(holder: string): Promise<void> {
    await sql`update lease set until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
      where name = ${this.#leaseName()} and holder = ${holder}`.execute(this.database.queries);
  }

  #leaseName(): string {
    return `portal-lists:${this.accountId}`;
  }
}
