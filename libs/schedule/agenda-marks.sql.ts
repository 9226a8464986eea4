import type { Queries } from '@koujing/database';
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
}
