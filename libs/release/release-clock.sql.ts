import type { Queries } from '@koujing/database';
import { civilTime, type ReleaseId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { ReleaseSummary } from './release.api.js';

interface Row {
  readonly id: ReleaseId;
  readonly dueAt: Date;
  readonly paused: boolean;
  readonly duty: string;
  readonly dutyEn: string | null;
  readonly article: string;
}

/** A limit further away than this waits behind a colleague who waits now: a quarter's duty is not what a morning begins with. */
const soonDays = 7;

/**
 * As 今天 shows what waits: stopped by the gate, then by the clock that ends first, between the clocks of this week and the
 * later ones what no clock drives, the longest waiting first.
 */
export const urgency = (now: Date) => {
  const due = sql`(select min(due_at) from deadline
    where subject_kind = 'release' and subject_id = release.id and state = 'running')`;
  return [
    sql`release.state <> 'heldByGate'`,
    sql`case when ${due} < ${now}::timestamptz + ${soonDays} * interval '1 day' then 0
      when ${due} is null then 1 else 2 end`,
    due,
    sql`release.updated_at`,
  ] as const;
};

/** Narrow read model: of each release the open clock that ends first; one that stands still comes after those that run. */
export const openClocks = async (
  queries: Queries,
  ids: readonly ReleaseId[],
  now: Date,
): Promise<ReadonlyMap<ReleaseId, NonNullable<ReleaseSummary['clock']>>> => {
  const { rows } = await sql<Row>`
    select distinct on (subject_id) subject_id as id, due_at as "dueAt", state = 'paused' as paused,
      terms->>'title' as duty, terms->>'titleEn' as "dutyEn", terms->>'article' as article
    from deadline where subject_kind = 'release' and state in ('running', 'paused')
      and subject_id = any(${[...ids]}::text[])
    order by subject_id, state = 'paused', due_at, id`.execute(queries);
  return new Map(
    rows.map(({ id, dueAt, dutyEn, ...clock }) => [
      id,
      {
        ...{ dueAt: civilTime(dueAt), leftMs: dueAt.getTime() - now.getTime(), ...clock },
        ...(dutyEn === null ? {} : { dutyEn }),
      },
    ]),
  );
};
