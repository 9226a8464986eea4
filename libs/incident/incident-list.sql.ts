import type { Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { organRefs, type NameOrgan } from '@koujing/organ';
import { sql } from 'kysely';
import type { IncidentList, IncidentQuery, IncidentSummary } from './incident.api.js';
import { levelOf, type Incident } from './incident.js';
import { incidentOf } from './incident-store.sql.js';

/** Narrow read model of the incident pages. */
export class IncidentListing {
  async page(
    queries: Queries,
    visibility: Visibility,
    query: IncidentQuery,
    now: Date,
  ): Promise<Omit<IncidentList, 'actions'>> {
    let found = queries.selectFrom('incident');
    if (!visibility.all) found = found.where(concerns(visibility.organIds));
    if (query.state !== undefined) found = found.where('state', '=', query.state);
    if (query.q !== undefined && query.q.trim() !== '')
      found = found.where('title', 'like', `%${query.q.trim().replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`);
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      .orderBy(sql`state = 'closed'`)
      .orderBy('occurred_at', 'desc')
      .orderBy('id')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const incidents = rows.map(incidentOf);
    const organ = await organRefs(
      queries,
      incidents.flatMap(({ responsibleOrganId, handlingOrganId }) => [responsibleOrganId, handlingOrganId]),
    );
    const [clocks, counts] = [await dueAmong(queries, rows), await releasesAmong(queries, rows)];
    const items = incidents.map((incident) => ({
      ...headOf(incident, organ, clocks.get(incident.id) ?? null, now),
      releases: counts.get(incident.id) ?? 0,
    }));
    return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
  }

  /** Linked releases that are not out, the last written first. */
  async pending(queries: Queries, matterId: string): Promise<readonly string[]> {
    const rows = await queries
      .selectFrom('release')
      .select('id')
      .where('matter', '=', matterId)
      .where('state', 'not in', ['released', 'withdrawn'])
      .orderBy('updated_at', 'desc')
      .limit(20)
      .execute();
    return rows.map(({ id }) => id);
  }
}

export const timeOf = (instant: Date | null): string | null => (instant === null ? null : civilTime(instant));

/** What list and page say alike. */
export const headOf = (
  incident: Incident,
  organ: NameOrgan,
  dueAt: Date | null,
  now: Date,
): Omit<IncidentSummary, 'releases'> => ({
  id: incident.id,
  title: incident.title,
  kind: incident.kind,
  accident: incident.accident,
  level: levelOf(incident),
  levelConfirmed: incident.level !== null,
  state: incident.state,
  place: incident.place,
  occurredAt: civilTime(incident.occurredAt),
  learnedAt: civilTime(incident.learnedAt),
  firstReleaseAt: timeOf(incident.firstReleaseAt),
  responsible: organ(incident.responsibleOrganId),
  handling: organ(incident.handlingOrganId),
  dueAt: timeOf(dueAt),
  overdue: dueAt !== null && dueAt.getTime() <= now.getTime(),
});

type Row = { readonly id: string };

const dueAmong = async (queries: Queries, rows: readonly Row[]): Promise<ReadonlyMap<string, Date>> => {
  const found = await queries
    .selectFrom('deadline')
    .select(['subject_id', ({ fn }) => fn.min('due_at').as('due_at')])
    .where('subject_kind', '=', 'incident')
    .where('state', '=', 'running')
    .where('subject_id', 'in', rows.length === 0 ? [''] : rows.map(({ id }) => id))
    .groupBy('subject_id')
    .execute();
  return new Map(found.map((row) => [row.subject_id, row.due_at]));
};

const releasesAmong = async (
  queries: Queries,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, number>> => {
  const found = await queries
    .selectFrom('incident_release')
    .select(['incident_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('incident_id', 'in', rows.length === 0 ? [''] : rows.map(({ id }) => id))
    .groupBy('incident_id')
    .execute();
  return new Map(found.map((row) => [row.incident_id, Number(row.count)]));
};

const concerns = (organIds: readonly string[]) => sql<boolean>`(
  responsible_organ_id = any(${[...organIds]}::text[]) or handling_organ_id = any(${[...organIds]}::text[])
  or headquarters_organ_id = any(${[...organIds]}::text[]) or county_organ_ids ?| ${[...organIds]}::text[])`;
