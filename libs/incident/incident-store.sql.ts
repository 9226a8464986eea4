import { json, type Queries, type Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { AccidentKind, IncidentKind, IncidentLevel } from './incident.api.js';
import type {
  FigureRecord,
  Headquarters,
  HigherPermission,
  Incident,
  LeaderSpoke,
  PermissionOverride,
} from './incident.js';

export class IncidentStore {
  async insert(queries: Queries, incident: Incident): Promise<void> {
    await queries
      .insertInto('incident')
      .values({ id: incident.id, matter_id: incident.matterId, ...valuesOf(incident) })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<Incident | null> {
    const row = await queries.selectFrom('incident').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : incidentOf(row);
  }

  /** Held until the transaction ends: level, headquarters and clocks change one after the other. */
  async lock(queries: Queries, id: string): Promise<Incident | null> {
    const query = queries.selectFrom('incident').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : incidentOf(row);
  }

  /** What goes on now, the latest first. */
  async open(queries: Queries): Promise<readonly Incident[]> {
    const rows = await queries
      .selectFrom('incident')
      .selectAll()
      .where('state', '=', 'open')
      .orderBy('occurred_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(incidentOf);
  }

  async ofMatter(queries: Queries, matterId: string): Promise<Incident | null> {
    const query = queries.selectFrom('incident').selectAll().where('matter_id', '=', matterId);
    const row = await query.executeTakeFirst();
    return row === undefined ? null : incidentOf(row);
  }

  /** The same, held: a headquarters is not set up between the question and the release. */
  async lockOfMatter(queries: Queries, matterId: string): Promise<Incident | null> {
    const query = queries
      .selectFrom('incident')
      .selectAll()
      .where('matter_id', '=', matterId)
      .forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : incidentOf(row);
  }

  /** Incident id → its matter. */
  async mattersOf(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await queries
      .selectFrom('incident')
      .select(['id', 'matter_id'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row.matter_id]));
  }

  async write(queries: Queries, incident: Incident): Promise<Incident> {
    const next = { ...incident, revision: incident.revision + 1 };
    await queries.updateTable('incident').set(valuesOf(next)).where('id', '=', incident.id).execute();
    return next;
  }

  async addHeadquarters(queries: Queries, headquarters: Headquarters): Promise<void> {
    await queries
      .insertInto('incident_headquarters')
      .values({
        id: headquarters.id,
        incident_id: headquarters.incidentId,
        organ_id: headquarters.organId,
        set_up_at: headquarters.setUpAt,
        set_up_by: headquarters.setUpBy,
        basis: headquarters.basis,
        dissolved_at: null,
        dissolved_by: null,
        dissolved_reason: null,
      })
      .execute();
  }

  async dissolveHeadquarters(
    queries: Queries,
    incidentId: string,
    end: { readonly at: Date; readonly by: string; readonly reason: string },
  ): Promise<void> {
    await queries
      .updateTable('incident_headquarters')
      .set({ dissolved_at: end.at, dissolved_by: end.by, dissolved_reason: end.reason })
      .where('incident_id', '=', incidentId)
      .where('dissolved_at', 'is', null)
      .execute();
  }

  /** Oldest first. */
  async headquarters(queries: Queries, incidentId: string): Promise<readonly Headquarters[]> {
    const rows = await queries
      .selectFrom('incident_headquarters')
      .selectAll()
      .where('incident_id', '=', incidentId)
      .orderBy('set_up_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      incidentId: row.incident_id,
      organId: row.organ_id,
      setUpAt: row.set_up_at,
      setUpBy: row.set_up_by,
      basis: row.basis,
      dissolvedAt: row.dissolved_at,
      dissolvedBy: row.dissolved_by,
      dissolvedReason: row.dissolved_reason,
    }));
  }

  async addFigures(queries: Queries, record: FigureRecord): Promise<void> {
    await queries
      .insertInto('incident_figures')
      .values({
        id: record.id,
        incident_id: record.incidentId,
        as_of: record.asOf,
        source: record.source,
        figures: json<Readonly<Record<string, number>>>(record.figures),
        reason: record.reason,
        recorded_by: record.recordedBy,
        recorded_at: record.recordedAt,
      })
      .execute();
  }

  /** By the moment they hold for, earliest first. */
  async figures(queries: Queries, incidentId: string): Promise<readonly FigureRecord[]> {
    const rows = await queries
      .selectFrom('incident_figures')
      .selectAll()
      .where('incident_id', '=', incidentId)
      .orderBy('as_of')
      .orderBy('recorded_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      incidentId: row.incident_id,
      asOf: row.as_of,
      source: row.source,
      figures: row.figures,
      reason: row.reason,
      recordedBy: row.recorded_by,
      recordedAt: row.recorded_at,
    }));
  }
}

export const incidentOf = (row: Selectable<Schema['incident']>): Incident => ({
  id: row.id,
  title: row.title,
  kind: row.kind as IncidentKind,
  accident: row.accident as AccidentKind,
  level: row.level as IncidentLevel | null,
  suggestedLevel: row.suggested_level as IncidentLevel | null,
  levelReason: row.level_reason,
  occurredAt: row.occurred_at,
  learnedAt: row.learned_at,
  firstReleaseAt: row.first_release_at,
  opinionFormedAt: row.opinion_formed_at,
  conferenceHeldAt: row.conference_held_at,
  place: row.place,
  countyOrganIds: row.county_organ_ids,
  handlingOrganId: row.handling_organ_id,
  parties: row.parties,
  matterId: row.matter_id,
  responsibleOrganId: row.responsible_organ_id,
  headquartersOrganId: row.headquarters_organ_id,
  necessity: row.necessity,
  permission: row.permission as HigherPermission | null,
  override: row.override as PermissionOverride | null,
  leaderSpoke: row.leader_spoke as LeaderSpoke | null,
  state: row.state as Incident['state'],
  closedAt: row.closed_at,
  closedReason: row.closed_reason,
  reportedBy: row.reported_by,
  revision: row.revision,
  updatedAt: row.updated_at,
});

const jsonOrNull = (value: unknown) => (value === null ? null : json<unknown>(value));

const valuesOf = (incident: Incident) => ({
  title: incident.title,
  kind: incident.kind,
  accident: incident.accident,
  level: incident.level,
  suggested_level: incident.suggestedLevel,
  level_reason: incident.levelReason,
  occurred_at: incident.occurredAt,
  learned_at: incident.learnedAt,
  first_release_at: incident.firstReleaseAt,
  opinion_formed_at: incident.opinionFormedAt,
  conference_held_at: incident.conferenceHeldAt,
  place: incident.place,
  county_organ_ids: json(incident.countyOrganIds),
  handling_organ_id: incident.handlingOrganId,
  parties: json(incident.parties),
  responsible_organ_id: incident.responsibleOrganId,
  headquarters_organ_id: incident.headquartersOrganId,
  necessity: incident.necessity,
  permission: jsonOrNull(incident.permission),
  override: jsonOrNull(incident.override),
  leader_spoke: jsonOrNull(incident.leaderSpoke),
  state: incident.state,
  closed_at: incident.closedAt,
  closed_reason: incident.closedReason,
  reported_by: incident.reportedBy,
  revision: incident.revision,
  updated_at: incident.updatedAt,
});
