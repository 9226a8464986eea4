import { inOffice, may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import type { ReleaseStanding } from './release.api.js';
import { editable, isCorrecting, type Release, type ReleaseVersion } from './release.js';
import type { ReleaseParts } from './release-parts.js';
import { standingOf } from './standing.js';
import { heldRelease } from './visible-release.js';

/** Takes back a release that never went out: the drafter's choice, or what a coordinator has ruled. */
export class WithdrawRelease {
  constructor(private readonly parts: ReleaseParts) {}

  reasons(release: Release, actor: Actor): readonly Reason[] {
    if (release.state === 'released') return [releaseRefusal.alreadyReleased];
    if (isCorrecting(release)) return [releaseRefusal.correctionUnderWay];
    if (!editable.has(release.state)) return [releaseRefusal.wrongState(release.state)];
    return inOffice(actor, 'coordinator') ? [] : may(actor, 'drafter', release.organId);
  }

  perform(id: string, reason: string, actor: Actor): Promise<ReleaseStanding> {
    return this.parts.database.transaction(async (queries) => {
      const { release, version } = await heldRelease(this.parts.releases, queries, actor, id);
      refuseIfAny(this.reasons(release, actor));
      return standingOf(await this.within(queries, { release, version }, reason, actor), version, []);
    });
  }

  /** The same inside another action's transaction; the caller holds the release and has asked `reasons`. */
  async within(
    queries: Queries,
    held: { readonly release: Release; readonly version: ReleaseVersion },
    reason: string,
    actor: Actor,
  ): Promise<Release> {
    const { releases, followers, audit, clock } = this.parts;
    const change = { state: 'withdrawn', holdReason: reason, scheduledAt: null, at: clock.now() } as const;
    const release = await releases.write(queries, held.release.id, change);
    for (const follower of followers)
      await follower.follow(queries, { kind: 'withdrawn', release, version: held.version, actor });
    await audit.record(queries, {
      actor: actor.personId,
      action: 'release.withdraw',
      subjectKind: 'release',
      subjectId: release.id,
      digest: held.version.digest,
      detail: { reason },
    });
    return release;
  }
}
