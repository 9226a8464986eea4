import { json, type Queries, type Schema } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import type { Selectable } from 'kysely';
import type { Post, PublicEntry, RosterEntry, RosterFiling } from './roster.js';

/** Entries and filings; the organ's row is the lock under which they are counted. */
export class RosterStore {
  /** Of one organ, or of all; ended ones too, oldest first. */
  async entries(queries: Queries, organId?: OrganId): Promise<readonly RosterEntry[]> {
    let rows = queries.selectFrom('roster_entry').selectAll();
    if (organId !== undefined) rows = rows.where('organ_id', '=', organId);
    return (await rows.orderBy('from_on').orderBy('id').execute()).map(entryOf);
  }

  async find(queries: Queries, id: string): Promise<RosterEntry | null> {
    const query = queries.selectFrom('roster_entry').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row === undefined ? null : entryOf(row);
  }

  async add(queries: Queries, entry: RosterEntry): Promise<void> {
    await queries
      .insertInto('roster_entry')
      .values({
        id: entry.id,
        organ_id: entry.organId,
        post: entry.post,
        temporary: entry.temporary,
        topic: entry.topic,
        name: entry.name,
        title: entry.title,
        rank: entry.rank,
        rank_reason: entry.rankReason,
        phone: entry.phone,
        from_on: entry.fromOn,
        until_on: entry.untilOn,
        ended_reason: entry.endedReason,
        appointed_by: entry.appointedBy,
        appointed_at: entry.appointedAt,
        ended_by: entry.endedBy,
        ended_at: entry.endedAt,
      })
      .execute();
  }

  async end(queries: Queries, entry: RosterEntry): Promise<void> {
    await queries
      .updateTable('roster_entry')
      .set({
        until_on: entry.untilOn,
        ended_reason: entry.endedReason,
        ended_by: entry.endedBy,
        ended_at: entry.endedAt,
      })
      .where('id', '=', entry.id)
      .execute();
  }

  async file(queries: Queries, filing: RosterFiling): Promise<void> {
    await queries
      .insertInto('roster_filing')
      .values({
        id: filing.id,
        organ_id: filing.organId,
        entries: json(filing.entries),
        digest: filing.digest,
        note: filing.note,
        filed_by: filing.filedBy,
        filed_at: filing.filedAt,
      })
      .execute();
  }

  /** Newest first. */
  async filings(queries: Queries, organId: OrganId): Promise<readonly RosterFiling[]> {
    const rows = await queries
      .selectFrom('roster_filing')
      .selectAll()
      .where('organ_id', '=', organId)
      .orderBy('filed_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      organId: row.organ_id,
      entries: row.entries as readonly PublicEntry[],
      digest: row.digest,
      note: row.note,
      filedBy: row.filed_by,
      filedAt: row.filed_at,
    }));
  }

  /** When each organ filed last. */
  async lastFilings(queries: Queries): Promise<ReadonlyMap<OrganId, Date>> {
    const rows = await queries
      .selectFrom('roster_filing')
      .select(({ fn }) => ['organ_id', fn.max<Date>('filed_at').as('filed_at')])
      .groupBy('organ_id')
      .execute();
    return new Map(rows.map((row) => [row.organ_id, row.filed_at]));
  }

  /** The filings that are due, by organ (Art.9). */
  async filingsDue(queries: Queries): Promise<ReadonlyMap<OrganId, Date>> {
    const rows = await queries
      .selectFrom('deadline')
      .select(['organ_id', 'due_at'])
      .where('rule', '=', 'rosterChange')
      .where('state', 'in', ['running', 'paused'])
      .execute();
    return new Map(rows.map((row) => [row.organ_id, row.due_at]));
  }

  async names(queries: Queries, personIds: readonly string[]): Promise<(id: string) => string> {
    if (personIds.length === 0) return (id) => id;
    const query = queries.selectFrom('person').select(['id', 'name']);
    const rows = await query.where('id', 'in', [...new Set(personIds)]).execute();
    const byId = new Map(rows.map((row) => [row.id, row.name]));
    return (id) => byId.get(id) ?? (id.startsWith('system:') ? '系统（名册导入）' : id);
  }
}

const entryOf = (row: Selectable<Schema['roster_entry']>): RosterEntry => ({
  id: row.id,
  organId: row.organ_id,
  post: row.post as Post,
  temporary: row.temporary,
  topic: row.topic,
  name: row.name,
  title: row.title,
  rank: row.rank,
  rankReason: row.rank_reason,
  phone: row.phone,
  fromOn: row.from_on,
  untilOn: row.until_on,
  endedReason: row.ended_reason,
  appointedBy: row.appointed_by,
  appointedAt: row.appointed_at,
  endedBy: row.ended_by,
  endedAt: row.ended_at,
});
