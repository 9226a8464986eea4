import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { EventKind } from './subscription.api.js';

/** An event with whose it is and what may be said of it. */
export interface OutwardEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly at: Date;
  /** Organs whose matter it is. */
  readonly organs: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

interface Row {
  readonly id: string;
  readonly kind: EventKind;
  readonly at: Date;
  readonly subjectId: string;
  readonly version: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly organs: readonly string[];
  readonly about: Readonly<Record<string, unknown>>;
}

/** Where things stand that an event names. */
export interface Addresses {
  readonly portalUrl: (releaseId: string) => string;
  readonly consoleUrl: string;
}

/** Only one process hands on at a time: so the deliveries of a subscription have one order. */
const handOnLock = 7_311;

/** The oldest that were not handed on, with what a receiver is told. */
export const waitingEvents = async (
  queries: Queries,
  { portalUrl, consoleUrl }: Addresses,
  limit: number,
): Promise<readonly OutwardEvent[]> => {
  await sql`select pg_advisory_xact_lock(${handOnLock})`.execute(queries);
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.at, e.subject_id as "subjectId", e.version, e.detail,
      case split_part(e.kind, '.', 1)
        when 'finding' then (select coalesce(jsonb_agg(distinct o.id), '[]') from (
          select r.organ_id as id from finding_release fr join release r on r.id = fr.release_id where fr.finding_id = e.subject_id
          union select f.owner_organ_id from finding f where f.id = e.subject_id and f.owner_organ_id is not null) o)
        when 'deadline' then (select jsonb_build_array(d.organ_id) from deadline d where d.id = e.subject_id)
        else (select jsonb_build_array(r.organ_id) || r.joint_organ_ids from release r where r.id = e.subject_id)
      end as organs,
      case split_part(e.kind, '.', 1)
        when 'finding' then (select jsonb_build_object('kind', f.kind, 'severity', f.severity) from finding f where f.id = e.subject_id)
        when 'deadline' then (select jsonb_build_object('rule', d.rule, 'subjectKind', d.subject_kind, 'subjectId', d.subject_id,
          'dueAt', d.due_at, 'link', d.link) from deadline d where d.id = e.subject_id)
        when 'release' then (select jsonb_build_object('number', r.number, 'organ', o.name, 'title', v.title, 'summary', v.summary,
          'correctionNote', v.correction_note)
          from release r join organ o on o.id = r.organ_id
            join release_version v on v.release_id = r.id and v.version = e.version where r.id = e.subject_id)
        else '{}'
      end as about
    from outward_event e where e.handed_on_at is null order by e.seq limit ${limit}`.execute(queries);
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, at: row.at, organs: row.organs ?? [] },
    data: dataOf(row, { portalUrl, consoleUrl }),
  }));
};

/** What was withdrawn is named and not said again; what is not public is named alone. */
const dataOf = (row: Row, { portalUrl, consoleUrl }: Addresses): Readonly<Record<string, unknown>> => {
  const { kind, subjectId, version, detail } = row;
  const about = row.about ?? {};
  switch (kind) {
    case 'release.published':
    case 'release.corrected':
      return { releaseId: subjectId, version, ...about, url: portalUrl(subjectId) };
    case 'release.withdrawn':
      return { releaseId: subjectId, version, number: about['number'] ?? '', url: portalUrl(subjectId) };
    case 'delivery.settled':
      return { releaseId: subjectId, version, ...detail };
    case 'finding.opened':
    case 'finding.closed':
      return { findingId: subjectId, ...about, url: `${consoleUrl}/conflicts/${subjectId}` };
    case 'deadline.missed': {
      const { link = '', ...rest } = about;
      return { deadlineId: subjectId, ...rest, url: `${consoleUrl}${String(link)}` };
    }
  }
};

export const handedOn = async (queries: Queries, ids: readonly string[], at: Date): Promise<void> => {
  await sql`update outward_event set handed_on_at = ${at} where id = any(${[...ids]})`.execute(queries);
};
