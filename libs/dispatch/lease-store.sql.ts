import type { Pending } from '@koujing/channel';
import { json, type Queries } from '@koujing/database';
import { sql } from 'kysely';
import { leaseMs } from './claim.js';

/** Which claim: the epoch tells it from every other claim of the same row. */
export interface ClaimKey {
  readonly id: string;
  readonly epoch: number;
}

export interface Checkpoint extends ClaimKey {
  readonly step: string;
  readonly data: Pending;
}

/** Every answer is the set of row ids whose claim still stands. */
export class LeaseStore {
  async standing(queries: Queries, claims: readonly ClaimKey[]): Promise<ReadonlySet<string>> {
    const epochs = new Map(claims.map(({ id, epoch }) => [id, epoch]));
    const { rows } = await sql<ClaimKey>`
      select id, epoch from delivery where id = any(${[...epochs.keys()]}) and lease_until > clock_timestamp()`.execute(
      queries,
    );
    return new Set(rows.filter(({ id, epoch }) => epochs.get(id) === epoch).map(({ id }) => id));
  }

  /** An expired lease is never renewed: another worker may be about to claim. */
  async renew(queries: Queries, claims: readonly ClaimKey[]): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ id: string }>`
      update delivery d set lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
      from ${claimList(claims)} where d.id = any(${idsOf(claims)}) and d.id = c.id and d.epoch = c.epoch and d.lease_until > clock_timestamp()
      returning d.id`.execute(queries);
    return new Set(rows.map(({ id }) => id));
  }

  async checkpoint(queries: Queries, points: readonly Checkpoint[]): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ id: string }>`
      update delivery d set phase = jsonb_build_object('step', c.step, 'data', c.data)
      from jsonb_to_recordset(${json(points)}) as c(id text, epoch bigint, step text, data jsonb)
      where d.id = any(${idsOf(points)}) and d.id = c.id and d.epoch = c.epoch and d.lease_until > clock_timestamp()
      returning d.id`.execute(queries);
    return new Set(rows.map(({ id }) => id));
  }
}

/** Named beside the list, so that the rows are found by their key however little the planner knows of the table. */
const idsOf = (claims: readonly ClaimKey[]): string[] => claims.map(({ id }) => id);

const claimList = (claims: readonly ClaimKey[]) =>
  sql`jsonb_to_recordset(${json(claims.map(({ id, epoch }) => ({ id, epoch })))}) as c(id text, epoch bigint)`;
