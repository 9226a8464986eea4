import { json, type Queries } from '@koujing/database';
import { sql } from 'kysely';

/** `day` is made a day before the hour, `hour` an hour before it. */
export type PreflightStep = 'day' | 'hour';

/** A scheduled release whose look ahead is due. */
export interface DuePreflight {
  readonly releaseId: string;
  readonly dueAt: Date;
  readonly step: PreflightStep;
  readonly accountIds: readonly string[];
}

export class PreflightStore {
  /** A release that was scheduled within the hour gets the look of the hour only. */
  async due(queries: Queries, now: Date): Promise<readonly DuePreflight[]> {
    const { rows } = await sql<DuePreflight>`
      select r.id as "releaseId", r.scheduled_at as "dueAt", s.step, v.account_ids as "accountIds"
      from release r join release_version v on v.release_id = r.id and v.version = r.version
      cross join lateral (select case when r.scheduled_at <= ${now}::timestamptz + interval '1 hour' then 'hour'
        else 'day' end as step) as s
      where r.state = 'scheduled' and r.scheduled_at > ${now} and r.scheduled_at <= ${now}::timestamptz + interval '24 hours'
        and not exists (select from preflight p where p.release_id = r.id and p.due_at = r.scheduled_at and p.step = s.step)
      order by r.scheduled_at`.execute(queries);
    return rows;
  }

  /** False if somebody has recorded the same look already. */
  async record(queries: Queries, of: DuePreflight, findings: readonly unknown[], at: Date): Promise<boolean> {
    const { rows } = await sql`
      insert into preflight (release_id, due_at, step, ran_at, findings)
      values (${of.releaseId}, ${of.dueAt}, ${of.step}, ${at}, ${json(findings)})
      on conflict do nothing returning release_id`.execute(queries);
    return rows.length > 0;
  }
}
