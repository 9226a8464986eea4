import { json, type Queries, type Schema } from '@koujing/database';
import { sql, type Selectable } from 'kysely';
import type { PublishedOrgan, RosterPublication } from './roster.js';

/** The lists that were published; frozen but for the time at which the page showed them. */
export class PublicationStore {
  async add(queries: Queries, publication: RosterPublication): Promise<void> {
    await queries
      .insertInto('roster_publication')
      .values({
        id: publication.id,
        year: publication.year,
        organs: json(publication.organs),
        digest: publication.digest,
        published_by: publication.publishedBy,
        published_at: publication.publishedAt,
        page_written_at: publication.pageWrittenAt,
      })
      .execute();
  }

  /** Newest first. */
  async newest(queries: Queries, limit: number): Promise<readonly RosterPublication[]> {
    const query = queries.selectFrom('roster_publication').selectAll();
    const rows = await query.orderBy('published_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    return rows.map(publicationOf);
  }

  /** When the newest was published; null before the first. */
  async newestAt(queries: Queries): Promise<Date | null> {
    const query = queries
      .selectFrom('roster_publication')
      .select(({ fn }) => fn.max('published_at').as('at'));
    return (await query.executeTakeFirst())?.at ?? null;
  }

  async find(queries: Queries, id: string): Promise<RosterPublication | null> {
    const query = queries.selectFrom('roster_publication').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row === undefined ? null : publicationOf(row);
  }

  /** How often the list was published in a year or since. */
  async countSince(queries: Queries, year: number): Promise<number> {
    const { count } = await queries
      .selectFrom('roster_publication')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('year', '>=', year)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async pageWritten(queries: Queries, id: string, at: Date): Promise<void> {
    await queries
      .updateTable('roster_publication')
      .set({ page_written_at: at })
      .where('id', '=', id)
      .execute();
  }

  /** One turn at a time, also between processes: two that begin a year at once must not both begin it. */
  async lockYears(queries: Queries): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtext('koujing.roster'))`.execute(queries);
  }

  /** Years whose list is still owed. */
  async yearsDue(queries: Queries): Promise<ReadonlyMap<number, Date>> {
    const rows = await queries
      .selectFrom('deadline')
      .select(['subject_id', 'due_at'])
      .where('rule', '=', 'rosterPublication')
      .where('subject_kind', '=', 'rosterYear')
      .where('state', 'in', ['running', 'paused'])
      .execute();
    return new Map(rows.map((row) => [Number(row.subject_id), row.due_at]));
  }
}

const publicationOf = (row: Selectable<Schema['roster_publication']>): RosterPublication => ({
  id: row.id,
  year: row.year,
  organs: row.organs as readonly PublishedOrgan[],
  digest: row.digest,
  publishedBy: row.published_by,
  publishedAt: row.published_at,
  pageWrittenAt: row.page_written_at,
});
