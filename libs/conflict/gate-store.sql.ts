import { sql } from 'kysely';
import { json, type Queries } from '@koujing/database';
import { newId, type ReleaseId } from '@koujing/kernel';

/** One number for the gate's lock among all advisory locks of the database ("KOUJ" in ASCII). */
const GATE_LOCK = 0x4b4f554a;
/** The next one: findings and their groups (`FindingStore.lockAll`). */
export const FINDING_LOCK = GATE_LOCK + 1;

export interface StoredVerdict {
  readonly releaseId: ReleaseId;
  readonly version: number;
  readonly digest: string;
  readonly passed: boolean;
  readonly gateSeq: number | null;
  readonly findingIds: readonly string[];
  readonly checkedAgainst: number;
  readonly at: Date;
}

export class GateStore {
  /** Waits until no other release is being decided; held to the end of the transaction. */
  async lock(queries: Queries): Promise<void> {
    await sql`select pg_advisory_xact_lock(${GATE_LOCK})`.execute(queries);
  }

  /** Under the lock only: the order of release. */
  async nextGateSeq(queries: Queries): Promise<number> {
    const { rows } = await sql<{ seq: number | string }>`select nextval('gate_seq') as seq`.execute(queries);
    return Number(rows[0]?.seq);
  }

  /** The next `count` places at once, in order. */
  async nextGateSeqs(queries: Queries, count: number): Promise<readonly number[]> {
    const { rows } = await sql<{
      seq: number | string;
    }>`select nextval('gate_seq') as seq from generate_series(1, ${count}::int)`.execute(queries);
    return rows.map(({ seq }) => Number(seq)).sort((a, b) => a - b);
  }

  async record(queries: Queries, verdict: StoredVerdict): Promise<void> {
    await queries
      .insertInto('gate_verdict')
      .values({
        id: newId(),
        release_id: verdict.releaseId,
        version: verdict.version,
        digest: verdict.digest,
        passed: verdict.passed,
        gate_seq: verdict.gateSeq,
        finding_ids: json(verdict.findingIds),
        checked_against: verdict.checkedAgainst,
        at: verdict.at,
      })
      .execute();
  }
}
