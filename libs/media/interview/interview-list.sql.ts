import type { Visibility } from '@koujing/access';
import { spanOf } from '@koujing/calendar';
import { within, type Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import type { OrganRef } from '../../organ/organ.api.js';
import { partOf } from '../search.js';
import type { InterviewQuery, InterviewSummary } from './interview.api.js';
import { ageHours, alarms, type Interview } from './interview.js';

/** Named parts of one request, as a list shows them. */
interface Names {
  readonly id: string;
  readonly outletName: string;
  readonly reporterName: string | null;
  readonly organName: string;
  readonly organShort: string;
  readonly dueAt: Date | null;
  /** Of the clock; null where none runs. */
  readonly clock: 'running' | 'paused' | null;
}

export interface Seen {
  readonly now: Date;
  readonly alarmHours: number;
  readonly matters: ReadonlyMap<string, string>;
}

/** Narrow read model of the interview pages. */
export class InterviewListing {
  async ids(
    queries: Queries,
    visibility: Visibility,
    query: InterviewQuery,
  ): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
    const { state, organ, q, held, page, pageSize } = query;
    const organIds = visibility.all ? null : [...visibility.organIds];
    const { rows } = await sql<{ id: string; total: number }>`
      select i.id, count(*) over ()::int as total
      from interview i join media_outlet o on o.id = i.outlet_id
      where (${organIds}::text[] is null or i.organ_id = any(${organIds}::text[]))
        and (${organ ?? null}::text is null or i.organ_id = ${organ ?? null})
        and (${state ?? null}::text is null or i.state = ${state ?? null}
          or (${state ?? null} = 'open' and i.state <> 'closed'))
        and (${held === undefined}::boolean or jsonb_typeof(i.held) = 'object')
        and ${within('i.received_at', spanOf(query))}
        and (i.subject ilike ${partOf(q)} or o.name ilike ${partOf(q)})
      order by i.state <> 'received', case when i.state = 'received' then i.received_at end, i.received_at desc, i.id desc
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
  }

  async names(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, Names>> {
    const { rows } = await sql<Names>`
      select i.id, o.name as "outletName", r.name as "reporterName", g.name as "organName", g.short_name as "organShort",
        d.due_at as "dueAt", d.state as clock
      from interview i join media_outlet o on o.id = i.outlet_id join organ g on g.id = i.organ_id
        left join media_reporter r on r.id = i.reporter_id
        left join deadline d on d.subject_kind = 'interview' and d.subject_id = i.id and d.state in ('running', 'paused')
      where i.id = any(${[...ids]}::text[])`.execute(queries);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** One row of the list. */
export const summaryOf = (interview: Interview, names: Names | undefined, seen: Seen): InterviewSummary => {
  const organ: OrganRef = {
    id: interview.organId,
    name: names?.organName ?? interview.organId,
    shortName: names?.organShort ?? interview.organId,
  };
  const { reporterId, matterId, arrangement } = interview;
  return {
    id: interview.id,
    subject: interview.subject,
    outlet: { id: interview.outletId, name: names?.outletName ?? interview.outletId },
    reporter: reporterId === null ? null : { id: reporterId, name: names?.reporterName ?? reporterId },
    organ,
    matter: matterId === null ? null : { id: matterId, title: seen.matters.get(matterId) ?? matterId },
    state: interview.state,
    receivedAt: civilTime(interview.receivedAt),
    repliedAt: interview.repliedAt === null ? null : civilTime(interview.repliedAt),
    ageHours: ageHours(interview, seen.now),
    alarm: alarms(interview, seen.now, seen.alarmHours),
    dueAt: names?.dueAt == null ? null : civilTime(names.dueAt),
    paused: names?.clock === 'paused',
    refusalProposed: interview.refusal !== null && interview.refusal.approvedBy === null,
    arrangement: arrangement && {
      form: arrangement.form,
      at: arrangement.at,
      place: arrangement.place,
      person: arrangement.person,
    },
    revision: interview.revision,
  };
};
