import type { Queries, Schema } from '@koujing/database';
import { sql, type Selectable } from 'kysely';
import type { Paged } from '../search.js';
import type { Registration } from './registration.js';
import type { RegistrationState } from './registration.api.js';

export interface NamedRegistration extends Registration {
  readonly registeredByName: string;
}

export class RegistrationStore {
  /** False if the reporter is registered for it already. */
  async add(queries: Queries, registration: Registration): Promise<boolean> {
    const added = await queries
      .insertInto('conference_registration')
      .values({
        id: registration.id,
        conference_id: registration.conferenceId,
        reporter_id: registration.reporterId,
        state: registration.state,
        note: registration.note,
        registered_by: registration.registeredBy,
        registered_at: registration.registeredAt,
        decided_by: registration.decidedBy,
        decided_at: registration.decidedAt,
      })
      .onConflict((conflict) => conflict.columns(['conference_id', 'reporter_id']).doNothing())
      .returning('id')
      .execute();
    return added.length > 0;
  }

  /** Held until the transaction ends. */
  async lock(queries: Queries, id: string): Promise<Registration | null> {
    const query = queries
      .selectFrom('conference_registration')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : registrationOf(row);
  }

  async decide(queries: Queries, { id, state, note, decidedBy, decidedAt }: Registration): Promise<void> {
    await queries
      .updateTable('conference_registration')
      .set({ state, note, decided_by: decidedBy, decided_at: decidedAt })
      .where('id', '=', id)
      .execute();
  }

  /** How many stand how, states without anybody as 0. */
  async counts(queries: Queries, conferenceId: string): Promise<Record<RegistrationState, number>> {
    const rows = await queries
      .selectFrom('conference_registration')
      .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
      .where('conference_id', '=', conferenceId)
      .groupBy('state')
      .execute();
    const found = Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    return { registered: 0, admitted: 0, turnedAway: 0, ...found };
  }

  /** In the order in which they came. */
  async of(
    queries: Queries,
    conferenceId: string,
    { page, pageSize }: Pick<Paged, 'page' | 'pageSize'>,
  ): Promise<{ readonly items: readonly NamedRegistration[]; readonly total: number }> {
    const { rows } = await sql<NamedRegistration & { total: number }>`
      select c.id, c.conference_id as "conferenceId", c.reporter_id as "reporterId", c.state, c.note,
        c.registered_by as "registeredBy", p.name as "registeredByName", c.registered_at as "registeredAt",
        c.decided_by as "decidedBy", c.decided_at as "decidedAt", count(*) over ()::int as total
      from conference_registration c join person p on p.id = c.registered_by
      where c.conference_id = ${conferenceId} order by c.registered_at, c.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }
}

const registrationOf = (row: Selectable<Schema['conference_registration']>): Registration => ({
  id: row.id,
  conferenceId: row.conference_id,
  reporterId: row.reporter_id,
  state: row.state as RegistrationState,
  note: row.note,
  registeredBy: row.registered_by,
  registeredAt: row.registered_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
});
