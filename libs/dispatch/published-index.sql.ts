import type { PublishedEntry, PublishedIndex } from '@koujing/channels/portal';
import type { Database, Schema } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { sql, type Selectable } from 'kysely';

/** Long enough for lists and feeds of a large site; a dead writer blocks the others no longer than this. */
const leaseMs = 30_000;
const lookEveryMs = 25;

/** The site's pages as rows, so that every process writes the same lists (one index per portal account). */
export class StoredPublishedIndex implements PublishedIndex {
  constructor(
    private readonly database: Database,
    private readonly accountId: string,
  ) {}

  async find(releaseId: string): Promise<PublishedEntry | null> {
    const row = await this.#pages().where('release_id', '=', releaseId).executeTakeFirst();
    return row === undefined ? null : entryOf(row);
  }

  async record(entry: PublishedEntry): Promise<void> {
    await sql`
      insert into published_page (account_id, release_id, version, path, title, summary, organ, column_name,
        published_at, updated_at)
      values (${this.accountId}, ${entry.releaseId}, ${entry.version}, ${entry.path}, ${entry.title},
        ${entry.summary}, ${entry.organ}, ${entry.column}, ${entry.publishedAt}, ${entry.updatedAt})
      on conflict (account_id, release_id) do update set version = excluded.version, path = excluded.path,
        title = excluded.title, summary = excluded.summary, organ = excluded.organ,
        column_name = excluded.column_name, updated_at = excluded.updated_at
      where published_page.version <= excluded.version`.execute(this.database.queries);
  }

  async remove(releaseId: string): Promise<void> {
    await this.database.queries
      .deleteFrom('published_page')
      .where('account_id', '=', this.accountId)
      .where('release_id', '=', releaseId)
      .execute();
  }

  async newest(limit: number, column?: string): Promise<readonly PublishedEntry[]> {
    let pages = this.#pages();
    if (column !== undefined) pages = pages.where('column_name', '=', column);
    const rows = await pages
      .orderBy('published_at', 'desc')
      .orderBy('release_id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(entryOf);
  }

  /** By a lease row, not by a lock on a connection: the work itself reads through the same pool. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const holder = newId();
    while (!(await this.#lease(holder))) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    try {
      return await work();
    } finally {
      await sql`delete from lease where name = ${this.#leaseName()} and holder = ${holder}`.execute(
        this.database.queries,
      );
    }
  }

  async #lease(holder: string): Promise<boolean> {
    const { rows } = await sql`
      insert into lease (name, holder, until)
      values (${this.#leaseName()}, ${holder}, clock_timestamp() + ${leaseMs} * interval '1 millisecond')
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where lease.until < clock_timestamp() returning name`.execute(this.database.queries);
    return rows.length > 0;
  }

  #leaseName(): string {
    return `portal-lists:${this.accountId}`;
  }

  #pages() {
    return this.database.queries
      .selectFrom('published_page')
      .selectAll()
      .where('account_id', '=', this.accountId);
  }
}

const entryOf = (row: Selectable<Schema['published_page']>): PublishedEntry => ({
  releaseId: row.release_id,
  version: row.version,
  path: row.path,
  title: row.title,
  summary: row.summary,
  organ: row.organ,
  column: row.column_name,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
});
