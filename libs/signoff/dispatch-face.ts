import type { Actor } from '@koujing/access';
import type { Reason, ReleaseId } from '@koujing/kernel';

/** Port: what dispatch and schedule say of this release to this person; implemented above. */
export interface DispatchFace {
  publishReasons(releaseId: ReleaseId, actor: Actor): Promise<readonly Reason[]>;
  /** Of taking back what is out, on every channel. */
  withdrawalReasons(releaseId: ReleaseId, actor: Actor): Promise<readonly Reason[]>;
  /** Of proposing a time for it. */
  proposalReasons(releaseId: ReleaseId, actor: Actor): Promise<readonly Reason[]>;
  scheduleReasons(releaseId: ReleaseId, actor: Actor): Promise<readonly Reason[]>;
}
