import { json, type Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
import { sql } from 'kysely';

/** What a calendar tells of a release beyond its summary. */
export interface AgendaMarks {
  readonly matterId: string | null;
  readonly findingIds: readonly string[];
  readonly embargoed: number;
}

/** Narrow read model: matter, open conflicts and embargoed copies of releases, in one query. */
export class AgendaMarksReader {
  /**
   * A scheduled release has rows in the ledger only where copies went ahead of its hour (SendEmbargoedCopies). One that
   * may have arrived counts: a newsroom that was not told of a new hour publishes at the old one.
   */
  async of(queries: Queries, ids: readonly ReleaseId[]): Promise<ReadonlyMap<ReleaseId, AgendaMarks>> {
    const { rows } = await sql<AgendaMarks & { readonly id: ReleaseId }>`
      select r.id, r.matter as "matterId",
        coalesce((select jsonb_agg(f.id order by f.id) from finding_release fr join finding f on f.id = fr.finding_id
          where fr.release_id = r.id and f.state in ('open', 'coordinating')), '[]'::jsonb) as "findingIds",
        (select count(distinct d.recipient)::integer from delivery d
          where r.state = 'scheduled' and d.release_id = r.id and d.version = r.version and d.recipient <> ''
            and d.state not in ('rejected', 'abandoned', 'superseded', 'cancelled')) as embargoed
      from release r where r.id = any(${[...ids]}::text[])`.execute(queries);
    return new Map(rows.map(({ id, ...marks }) => [id, marks]));
  }

  /** The matter of each of these; null of what has none. */
  async mattersOf(queries: Queries, subjects: readonly Thing[]): Promise<(subject: Thing) => string | null> {
    const { rows } = await sql<Thing & { readonly matter: string | null }>`
      select s.kind, s.id, case s.kind
        when 'release' then (select matter from release where id = s.id)
        when 'incident' then (select matter_id from incident where id = s.id)
        when 'interview' then (select matter_id from interview where id = s.id)
        when 'directive' then (select matter_id from directive where id = s.id)
        when 'plan' then (select matter_id from release_plan where id = s.id)
        when 'conference' then (select coalesce(i.matter_id, (select p.matter_id from release_plan p
            where c.number is not null and p.matter_id is not null
              and p.parts @> jsonb_build_array(jsonb_build_object('conferenceNumber', c.number)) limit 1))
          from conference c left join incident i on i.id = c.incident_id where c.id = s.id)
        end as matter
      from (select distinct kind, id from jsonb_to_recordset(${json(subjects)}) as t(kind text, id text)) s`.execute(
      queries,
    );
    const known = new Map(rows.map(({ kind, id, matter }) => [`${kind} ${id}`, matter]));
    return ({ kind, id }) => known.get(`${kind} ${id}`) ?? null;
  }
}

/** What a limit runs on, or a conference. */
interface Thing {
  readonly kind: string;
  readonly id: string;
}
