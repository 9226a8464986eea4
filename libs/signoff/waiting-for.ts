import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
import type { WaitingReleases } from '@koujing/release';
import { askedOf } from './asked-of.js';
import type { SignOffDesk } from './sign-off-desk.js';
import { ownReleases } from './waiting.sql.js';

/** What waits for a person (等我处理): their own texts, what they let out or untie, and what they may sign (`asked-of.ts`). */
export class WaitingFor implements WaitingReleases {
  constructor(private readonly desk: SignOffDesk) {}

  async idsFor(queries: Queries, actor: Actor): Promise<readonly ReleaseId[]> {
    const { asked } = await askedOf(this.desk, queries, actor);
    return [...(await this.ownIdsFor(queries, actor)), ...asked.map(({ signOff }) => signOff.release.id)];
  }

  ownIdsFor(queries: Queries, actor: Actor): Promise<readonly ReleaseId[]> {
    return ownReleases(queries, actor);
  }
}
