import { json, type Queries } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Change } from './change.js';
import type { Delivery } from './delivery.js';

/** One thing that a person must do by hand, with who did it. */
export interface ManualStep {
  readonly id: string;
  readonly releaseId: string;
  readonly releaseTitle: string;
  readonly organId: string;
  readonly deliveryId: string;
  readonly accountName: string;
  readonly channel: string;
  readonly recipient: string;
  readonly url: string | null;
  readonly text: string;
  readonly createdAt: Date;
  /** A person's name, or `system` where the platform did it after all; null while it is open. */
  readonly doneBy: string | null;
  readonly doneAt: Date | null;
  readonly doneNote: string;
}

interface Instructed {
  readonly row: Pick<Delivery, 'id' | 'releaseId' | 'amendmentId'>;
  readonly steps: readonly string[];
}

/** Each sentence once per row: a second refusal with the same words adds nothing. */
export const insertSteps = async (queries: Queries, instructed: readonly Instructed[]): Promise<void> => {
  const steps = instructed.flatMap(({ row, steps: texts }) =>
    texts.map((text, position) => ({
      id: newId(),
      release_id: row.releaseId,
      amendment_id: row.amendmentId,
      delivery_id: row.id,
      position,
      text,
    })),
  );
  if (steps.length === 0) return;
  await sql`
    insert into manual_step (id, release_id, amendment_id, delivery_id, position, text, created_at)
    select s.id, s.release_id, s.amendment_id, s.delivery_id, s.position, s.text, clock_timestamp()
    from jsonb_to_recordset(${json(steps)}) as s(id text, release_id text, amendment_id text, delivery_id text,
      position integer, text text)
    on conflict (delivery_id, text) do nothing`.execute(queries);
};

/** With the outcomes of a commit: new steps are kept, and those of rows that were done after all are closed. */
export const keepSteps = async (
  queries: Queries,
  finished: readonly { readonly row: Delivery; readonly change: Change }[],
): Promise<void> => {
  await insertSteps(
    queries,
    finished.map(({ row, change }) => ({ row, steps: change.steps })),
  );
  const done = finished
    .filter(({ row, change }) => row.amendmentId !== null && ['withdrawn', 'corrected'].includes(change.to))
    .map(({ row }) => row.id);
  if (done.length === 0) return;
  await sql`update manual_step set done_by = 'system', done_at = clock_timestamp()
    where delivery_id = any(${done}) and done_at is null`.execute(queries);
};

export class ManualStepStore {
  async find(queries: Queries, id: string): Promise<ManualStep | null> {
    const { rows } = await sql<ManualStep>`${steps} where s.id = ${id}`.execute(queries);
    return rows[0] ?? null;
  }

  /** In the order in which they are to be done. */
  async ofRelease(queries: Queries, releaseId: string): Promise<readonly ManualStep[]> {
    const { rows } = await sql<ManualStep>`
      ${steps} where s.release_id = ${releaseId} order by d.seq, s.position`.execute(queries);
    return rows;
  }

  /** Answers false if somebody else was faster. */
  async finish(
    queries: Queries,
    id: string,
    done: { readonly by: string; readonly at: Date; readonly note: string },
  ): Promise<boolean> {
    const { numUpdatedRows } = await queries
      .updateTable('manual_step')
      .set({ done_by: done.by, done_at: done.at, done_note: done.note })
      .where('id', '=', id)
      .where('done_at', 'is', null)
      .executeTakeFirst();
    return Number(numUpdatedRows) > 0;
  }
}

const steps = sql`
  select s.id, s.release_id as "releaseId", r.title as "releaseTitle", r.organ_id as "organId",
    s.delivery_id as "deliveryId", a.name as "accountName", d.channel, d.recipient, o.receipt->>'url' as url, s.text,
    s.created_at as "createdAt", coalesce(p.name, s.done_by) as "doneBy", s.done_at as "doneAt",
    s.done_note as "doneNote"
  from manual_step s join delivery d on d.id = s.delivery_id join account a on a.id = d.account_id
    join release r on r.id = s.release_id left join person p on p.id = s.done_by
    left join delivery o on o.id = d.amends`;
