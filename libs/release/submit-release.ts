import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { barReasons } from './release-bar.js';
import { releaseRefusal } from './refusal.js';
import type { ReleaseStanding } from './release.api.js';
import { isCorrecting, type Release, type ReleaseVersion } from './release.js';
import type { ReleaseParts } from './release-parts.js';
import { blockingFindings } from './rendition-source.js';
import { standingOf } from './standing.js';
import type { SubmissionCheck } from './submission-check.js';
import { heldRelease } from './visible-release.js';

/** Hands a draft to its reviewers. What a channel would refuse is refused here, by its field and limit. */
export class SubmitRelease {
  constructor(
    private readonly parts: ReleaseParts,
    private readonly check: SubmissionCheck,
  ) {}

  async reasons(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
    actor: Actor,
  ): Promise<readonly Reason[]> {
    if (release.state !== 'draft' && release.state !== 'returned')
      return [releaseRefusal.wrongState(release.state)];
    const previews = await this.parts.renditions.previews(queries, release, version);
    const organ = await this.parts.organs.find(queries, release.organId);
    return [
      ...may(actor, 'drafter', release.organId),
      // An organ that named nobody in charge of its releases has nobody to ask about them (Art.6).
      ...(organ?.releaseUnit === '' ? [releaseRefusal.noReleaseUnit] : []),
      ...(version.plain.trim() === '' ? [releaseRefusal.emptyText] : []),
      ...(isCorrecting(release) && version.correctionNote === ''
        ? [releaseRefusal.correctionNoteMissing]
        : []),
      ...(version.accountIds.length === 0 ? [releaseRefusal.noChannel] : []),
      ...(await this.check.reasons(queries, release, version)),
      ...blockingFindings(previews),
      ...(await barReasons(this.parts.bars, queries, { at: 'submit', release, version })),
    ];
  }

  perform(id: string, digest: string, actor: Actor): Promise<ReleaseStanding> {
    const { database, releases, followers, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, id);
      if (digest !== version.digest) refuseIfAny([releaseRefusal.digestChanged]);
      refuseIfAny(await this.reasons(queries, release, version, actor));
      const submitted = await releases.write(queries, id, { state: 'submitted', at: clock.now() });
      for (const follower of followers)
        await follower.follow(queries, { kind: 'submitted', release: submitted, version, actor });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'release.submit',
        subjectKind: 'release',
        subjectId: id,
        digest,
      });
      return standingOf(submitted, version, []);
    });
  }
}
