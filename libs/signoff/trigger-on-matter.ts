import type { Queries } from '@koujing/database';
import type { MatterFollower } from '@koujing/matter';
import type { ReleaseStore } from '@koujing/release';
import type { TriggerDeadline } from './trigger-deadline.js';

/**
 * A matter that gets its hour after a release on it was handed in takes the release's own clock over, and one that loses
 * it gives the clock back, counted from the day on which the release was handed in (Art.12). The clock that lapsed stays
 * on record with its reason.
 */
export class TriggerOnMatter implements MatterFollower {
  constructor(
    private readonly triggered: TriggerDeadline,
    private readonly releases: Pick<ReleaseStore, 'waitingOn' | 'version'>,
  ) {}

  async follow(
    queries: Queries,
    { kind, matter, actor }: Parameters<MatterFollower['follow']>[1],
  ): Promise<void> {
    if (kind !== 'revised') return;
    for (const release of await this.releases.waitingOn(queries, matter.id)) {
      const version = await this.releases.version(queries, release.id, release.version);
      if (version !== null) await this.triggered.matterRevised(queries, { release, version, actor });
    }
  }
}
