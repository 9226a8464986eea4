import { json, type Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
import type { Chain } from './chain.js';

/** The chains that releases were handed in under. */
export class ChainStore {
  /** Handed in once more, the chain of that day holds. */
  async keep(queries: Queries, releaseId: ReleaseId, chain: Chain, at: Date): Promise<void> {
    const kept = { chain: json<unknown>(chain), kept_at: at };
    await queries
      .insertInto('kept_chain')
      .values({ release_id: releaseId, ...kept })
      .onConflict((conflict) => conflict.column('release_id').doUpdateSet(kept))
      .execute();
  }

  /** Those of releases that were handed in before chains were kept are not among them. */
  async ofAll(queries: Queries, ids: readonly ReleaseId[]): Promise<ReadonlyMap<ReleaseId, Chain>> {
    const rows = await queries
      .selectFrom('kept_chain')
      .select(['release_id', 'chain'])
      .where('release_id', 'in', ids)
      .execute();
    return new Map(rows.map(({ release_id, chain }) => [release_id, chain as Chain]));
  }
}
