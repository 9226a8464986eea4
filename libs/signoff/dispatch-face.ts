import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason, ReleaseId } from '@koujing/kernel';
import type { Release } from '@koujing/release';

/** Port: what dispatch and schedule say of this release to this person; implemented above. */
export interface DispatchFace {
  publishReasons(queries: Queries, releaseId: ReleaseId, actor: Actor): Promise<readonly Reason[]>;
  /** Of taking back what is out, on every channel. */
  withdrawalReasons(queries: Queries, releaseId: ReleaseId, actor: Actor): Promise<readonly Reason[]>;
  /** Of proposing a time for it. */
  proposalReasons(queries: Queries, releaseId: ReleaseId, actor: Actor): Promise<readonly Reason[]>;
  scheduleReasons(queries: Queries, releaseId: ReleaseId, actor: Actor): Promise<readonly Reason[]>;
  /** Of taking its hour back. */
  cancelReasons(release: Release, actor: Actor): readonly Reason[];
  /** Of sending it ahead of its hour to accredited media. */
  embargoReasons(queries: Queries, release: Release, actor: Actor): Promise<readonly Reason[]>;
}
