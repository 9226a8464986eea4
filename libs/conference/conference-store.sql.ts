import { json, type Queries, type Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { Brief, ConferenceKind, ConferenceState, Holding, Speaker } from './conference.api.js';
import type { Conference, ConferencePlan, Filing } from './conference.js';

/** What stands in the `plan` column. */
type StoredPlan = Pick<
  ConferencePlan,
  'justification' | 'totalMinutes' | 'leadMinutes' | 'rostrumPersons' | 'questionSession' | 'limitReasons'
> & {
  /** Absent of what was planned before materials were signed for. */
  readonly signedMaterials?: Conference['signedMaterials'];
  /** Absent of what was applied for before chains were kept. */
  readonly keptChain?: Conference['keptChain'];
};

export class ConferenceStore {
  async insert(queries: Queries, conference: Conference): Promise<void> {
    await queries.insertInto('conference').values(rowOf(conference)).execute();
  }

  async find(queries: Queries, id: string): Promise<Conference | null> {
    const row = await queries.selectFrom('conference').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : conferenceOf(row);
  }

  /** The same, held until the transaction ends: two signatures at once are taken one after the other. */
  async lock(queries: Queries, id: string): Promise<Conference | null> {
    const query = queries.selectFrom('conference').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : conferenceOf(row);
  }

  /** Raises the revision and returns the conference as it then is. */
  async write(queries: Queries, conference: Conference): Promise<Conference> {
    const next = { ...conference, revision: conference.revision + 1 };
    await queries.updateTable('conference').set(rowOf(next)).where('id', '=', conference.id).execute();
    return next;
  }

  /** A file of a plan; who is at its words need not begin anew. */
  async keepMaterials(queries: Queries, conference: Conference): Promise<void> {
    await queries
      .updateTable('conference')
      .set({ plan: json(planOf(conference)) })
      .where('id', '=', conference.id)
      .execute();
  }

  /** Held in a span, oldest first: what routine duties are counted from (Art.29). */
  async heldBetween(queries: Queries, from: Date, until: Date): Promise<readonly Conference[]> {
    const rows = await queries
      .selectFrom('conference')
      .selectAll()
      .where('held_at', '>=', from)
      .where('held_at', '<', until)
      .orderBy('held_at')
      .execute();
    return rows.map(conferenceOf);
  }
}

type Row = Selectable<Schema['conference']>;

export const conferenceOf = (row: Row): Conference => ({
  id: row.id,
  kind: row.kind as ConferenceKind,
  organId: row.organ_id,
  jointOrganIds: row.joint_organ_ids,
  state: row.state as ConferenceState,
  registration: row.registration,
  revision: row.revision,
  theme: row.theme,
  content: row.content,
  startsAt: row.starts_at,
  place: row.place,
  name: row.name,
  host: row.host,
  emergency: row.emergency,
  incidentId: row.incident_id,
  major: row.major,
  speakers: row.speakers as readonly Speaker[],
  signedMaterials: {},
  keptChain: null,
  ...(row.plan as StoredPlan),
  number: row.number,
  appliedAt: row.applied_at,
  approvedAt: row.approved_at,
  heldAt: row.held_at,
  filing: row.filing as Filing | null,
  holding: row.holding as Holding | null,
  brief: row.brief as Brief | null,
  stateReason: row.state_reason,
  createdBy: row.created_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const orNull = <T>(value: T | null) => (value === null ? null : json(value));

const rowOf = (conference: Conference) => ({
  id: conference.id,
  kind: conference.kind,
  organ_id: conference.organId,
  joint_organ_ids: json<readonly string[]>(conference.jointOrganIds),
  state: conference.state,
  registration: conference.registration,
  revision: conference.revision,
  theme: conference.theme,
  content: conference.content,
  starts_at: conference.startsAt,
  place: conference.place,
  name: conference.name,
  host: conference.host,
  emergency: conference.emergency,
  incident_id: conference.incidentId,
  major: conference.major,
  speakers: json(conference.speakers),
  plan: json(planOf(conference)),
  number: conference.number,
  applied_at: conference.appliedAt,
  approved_at: conference.approvedAt,
  held_at: conference.heldAt,
  filing: orNull(conference.filing),
  holding: orNull(conference.holding),
  brief: orNull(conference.brief),
  state_reason: conference.stateReason,
  created_by: conference.createdBy,
  created_at: conference.createdAt,
  updated_at: conference.updatedAt,
});

const planOf = ({
  justification,
  totalMinutes,
  leadMinutes,
  rostrumPersons,
  questionSession,
  limitReasons,
  signedMaterials,
  keptChain,
}: Conference): StoredPlan => ({
  ...{ justification, totalMinutes, leadMinutes },
  ...{ rostrumPersons, questionSession, limitReasons, signedMaterials, keptChain },
});
