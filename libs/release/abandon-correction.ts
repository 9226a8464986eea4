import { inOffice, may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import type { ReleaseStanding } from './release.api.js';
import { isCorrecting, type Release, type ReleaseVersion } from './release.js';
import type { ReleaseParts } from './release-parts.js';
import { standingOf } from './standing.js';
import { heldRelease } from './visible-release.js';

/** Gives a correction up before it went out: the version before the public becomes the current one again. */
export class AbandonCorrection {
  constructor(private readonly parts: ReleaseParts) {}

  reasons(release: Release, actor: Actor): readonly Reason[] {
    if (!isCorrecting(release)) return [releaseRefusal.notCorrecting];
    return inOffice(actor, 'coordinator') ? [] : may(actor, 'drafter', release.organId);
  }

  perform(id: string, reason: string, actor: Actor): Promise<ReleaseStanding> {
    return this.parts.database.transaction(async (queries) => {
      const { release } = await heldRelease(this.parts.releases, queries, actor, id);
      refuseIfAny(this.reasons(release, actor));
      return this.within(queries, release, reason, actor);
    });
  }

  /** The same inside another action's transaction; the caller holds the release and has asked `reasons`. */
  async within(queries: Queries, held: Release, reason: string, actor: Actor): Promise<ReleaseStanding> {
    const { releases, followers, audit, clock } = this.parts;
    const out = await this.#released(queries, held);
    const release = await releases.write(queries, held.id, {
      state: 'released',
      version: out.version,
      title: out.title,
      scheduledAt: null,
      holdReason: null,
      at: clock.now(),
    });
    for (const follower of followers)
      await follower.follow(queries, { kind: 'revised', release, version: out, actor });
    await audit.record(queries, {
      actor: actor.personId,
      action: 'release.abandonCorrection',
      subjectKind: 'release',
      subjectId: held.id,
      digest: out.digest,
      detail: { abandoned: held.version, reason },
    });
    return standingOf(release, out, []);
  }

  async #released(queries: Queries, { id, releasedVersion }: Release): Promise<ReleaseVersion> {
    const version =
      releasedVersion === null ? null : await this.parts.releases.version(queries, id, releasedVersion);
    if (version === null) throw new Error(`release ${id} lacks the version that is out`);
    return version;
  }
}
