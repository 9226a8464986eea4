import { json, type Queries, type Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { FactChange } from './facts.js';

/** One approval with its number (Art.40); a voided one is kept. */
export interface Registration {
  readonly conferenceId: string;
  readonly registration: number;
  readonly number: string;
  readonly name: string;
  readonly theme: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly approvedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  /** What of time, place or content changed, if that is why it is void (Art.32). */
  readonly changes: readonly FactChange[];
}

export class RegistrationStore {
  async insert(queries: Queries, registration: Registration): Promise<void> {
    await queries
      .insertInto('conference_approval')
      .values({
        conference_id: registration.conferenceId,
        registration: registration.registration,
        number: registration.number,
        name: registration.name,
        theme: registration.theme,
        starts_at: registration.startsAt,
        place: registration.place,
        approved_at: registration.approvedAt,
        voided_at: registration.voidedAt,
        void_reason: registration.voidReason,
        changes: json(registration.changes),
      })
      .execute();
  }

  async void(
    queries: Queries,
    conferenceId: string,
    why: { readonly at: Date; readonly reason: string; readonly changes: readonly FactChange[] },
  ): Promise<void> {
    await queries
      .updateTable('conference_approval')
      .set({ voided_at: why.at, void_reason: why.reason, changes: json(why.changes) })
      .where('conference_id', '=', conferenceId)
      .where('voided_at', 'is', null)
      .execute();
  }

  /** Newest first. */
  async of(queries: Queries, conferenceId: string): Promise<readonly Registration[]> {
    const rows = await queries
      .selectFrom('conference_approval')
      .selectAll()
      .where('conference_id', '=', conferenceId)
      .orderBy('registration', 'desc')
      .execute();
    return rows.map(registrationOf);
  }

  async byNumber(queries: Queries, number: string): Promise<Registration | null> {
    const row = await queries
      .selectFrom('conference_approval')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirst();
    return row === undefined ? null : registrationOf(row);
  }
}

const registrationOf = (row: Selectable<Schema['conference_approval']>): Registration => ({
  conferenceId: row.conference_id,
  registration: row.registration,
  number: row.number,
  name: row.name,
  theme: row.theme,
  startsAt: row.starts_at,
  place: row.place,
  approvedAt: row.approved_at,
  voidedAt: row.voided_at,
  voidReason: row.void_reason,
  changes: row.changes as readonly FactChange[],
});
