import { json, type Queries } from '@koujing/database';
import { digestOf, newId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Difference } from '../dispatch/dispatch.api.js';

export interface Drift {
  readonly kind: 'differs' | 'gone';
  readonly differences: readonly Difference[];
}

/** Findings of the watch: at most one open for a publication. */
export class DriftStore {
  /** True if it is new, or another one than before: then somebody is to be told. */
  async raise(queries: Queries, deliveryId: string, drift: Drift, at: Date): Promise<boolean> {
    const digest = digestOf(drift);
    const open = await queries
      .selectFrom('drift')
      .select(['id', 'digest'])
      .where('delivery_id', '=', deliveryId)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (open?.digest === digest) return false;
    const differences = json<readonly unknown[]>(drift.differences);
    if (open === undefined)
      await queries
        .insertInto('drift')
        .values({
          ...{ id: newId(), delivery_id: deliveryId, kind: drift.kind, differences, digest, raised_at: at },
          ...{ closed_at: null, closed_reason: null },
        })
        .execute();
    else
      await queries
        .updateTable('drift')
        .set({ kind: drift.kind, differences, digest })
        .where('id', '=', open.id)
        .execute();
    return true;
  }

  /** True if one was open. */
  async close(queries: Queries, deliveryId: string, at: Date, reason: string): Promise<boolean> {
    const { rows } = await sql`
      update drift set closed_at = ${at}, closed_reason = ${reason}
      where delivery_id = ${deliveryId} and closed_at is null returning id`.execute(queries);
    return rows.length > 0;
  }
}
