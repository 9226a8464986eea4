import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';

/** Port: what waits for a person is told by who signs what (libs/signoff). */
export interface WaitingReleases {
  idsFor(queries: Queries, actor: Actor): Promise<readonly ReleaseId[]>;
  /** Without those that wait for a signature. */
  ownIdsFor(queries: Queries, actor: Actor): Promise<readonly ReleaseId[]>;
}
