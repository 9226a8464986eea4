import { json, type Queries, type Schema } from '@koujing/database';
import { sql, type Selectable } from 'kysely';
import type { InterviewState, InterviewVia } from './interview.api.js';
import type { Interview } from './interview.js';

export class InterviewStore {
  async insert(queries: Queries, interview: Interview): Promise<void> {
    await queries
      .insertInto('interview')
      .values({ id: interview.id, ...valuesOf(interview) })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<Interview | null> {
    const row = await queries.selectFrom('interview').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : interviewOf(row);
  }

  /** In the order of `ids`. */
  async all(queries: Queries, ids: readonly string[]): Promise<readonly Interview[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('interview')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    const byId = new Map(rows.map((row) => [row.id, interviewOf(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The same, held until the transaction ends. */
  async lock(queries: Queries, id: string): Promise<Interview | null> {
    const query = queries.selectFrom('interview').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : interviewOf(row);
  }

  /** Raises the revision. */
  async write(queries: Queries, interview: Interview): Promise<void> {
    const next = { ...interview, revision: interview.revision + 1 };
    await queries.updateTable('interview').set(valuesOf(next)).where('id', '=', interview.id).execute();
  }

  /** Unanswered since before this instant and not yet told of; rows that another process is at are left to it. */
  async unanswered(queries: Queries, since: Date, limit: number): Promise<readonly Interview[]> {
    const rows = await queries
      .selectFrom('interview')
      .selectAll()
      .where('state', '=', 'received')
      .where('alarmed_at', 'is', null)
      .where('received_at', '<=', since)
      .orderBy('received_at')
      .limit(limit)
      .forNoKeyUpdate()
      .skipLocked()
      .execute();
    return rows.map(interviewOf);
  }

  /** Whether it is an act of Art.39(2) is looked at once more: it came at another hour than was written. */
  async unexamine(queries: Queries, id: string): Promise<void> {
    await queries.updateTable('interview').set({ examined_at: null }).where('id', '=', id).execute();
  }

  async alarmed(queries: Queries, ids: readonly string[], at: Date): Promise<void> {
    await sql`update interview set alarmed_at = ${at} where id = any(${[...ids]}::text[])`.execute(queries);
  }
}

export const interviewOf = (row: Selectable<Schema['interview']>): Interview => ({
  id: row.id,
  outletId: row.outlet_id,
  reporterId: row.reporter_id,
  organId: row.organ_id,
  matterId: row.matter_id,
  subject: row.subject,
  questions: row.questions,
  via: row.via as InterviewVia,
  receivedAt: row.received_at,
  receivedBy: row.received_by,
  state: row.state as InterviewState,
  repliedAt: row.replied_at,
  alarmedAt: row.alarmed_at,
  accepted: row.accepted as Interview['accepted'],
  arrangement: row.arrangement as Interview['arrangement'],
  held: row.held as Interview['held'],
  refusal: row.refusal as Interview['refusal'],
  closing: row.closing as Interview['closing'],
  revision: row.revision,
  updatedAt: row.updated_at,
});

const valuesOf = (interview: Interview) => ({
  outlet_id: interview.outletId,
  reporter_id: interview.reporterId,
  organ_id: interview.organId,
  matter_id: interview.matterId,
  subject: interview.subject,
  questions: interview.questions,
  via: interview.via,
  received_at: interview.receivedAt,
  received_by: interview.receivedBy,
  state: interview.state,
  replied_at: interview.repliedAt,
  alarmed_at: interview.alarmedAt,
  accepted: orNull(interview.accepted),
  arrangement: orNull(interview.arrangement),
  held: orNull(interview.held),
  refusal: orNull(interview.refusal),
  closing: orNull(interview.closing),
  revision: interview.revision,
  updated_at: interview.updatedAt,
});

/** A missing part is null in the column, not the JSON word null. */
const orNull = (value: unknown) => (value === null ? null : json(value));
