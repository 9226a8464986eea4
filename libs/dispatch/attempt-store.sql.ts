import { json, type Queries } from '@koujing/database';
import { sql } from 'kysely';

/** Evidence of one try, as a row; `ended_at` null means now. */
export interface AttemptRow {
  readonly id: string;
  readonly delivery_id: string;
  readonly epoch: number;
  readonly action: string;
  readonly worker: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly evidence: unknown;
  readonly trace: string | null;
  /** Until the next try, from the commit on; null where nothing follows by itself. */
  readonly next_after_ms: number | null;
}

/** Many rows in one parameter: the statement stays the same however many outcomes share a commit. */
export const insertAttempts = async (queries: Queries, attempts: readonly AttemptRow[]): Promise<void> => {
  await sql`
    insert into delivery_attempt (id, delivery_id, epoch, action, worker, started_at, ended_at, outcome, code, message,
      evidence, trace, next_at)
    select id, delivery_id, epoch, action, worker, started_at, coalesce(ended_at, clock_timestamp()), outcome, code,
      message, evidence, trace, clock_timestamp() + next_after_ms * interval '1 millisecond'
    from jsonb_to_recordset(${json(attempts)}) as a(id text, delivery_id text, epoch bigint, action text, worker text,
      started_at timestamptz, ended_at timestamptz, outcome text, code text, message text, evidence jsonb,
      trace text, next_after_ms double precision)`.execute(queries);
};
