import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import type { ReleaseStanding } from './release.api.js';
import type { Release } from './release.js';
import type { ReleaseParts } from './release-parts.js';
import { standingOf } from './standing.js';
import { heldRelease } from './visible-release.js';

/** Its drafter takes it out of the reviewers' hands again: nothing has left the house, and nothing of the text changes. */
export class TakeBackSubmission {
  constructor(
    private readonly parts: Pick<ReleaseParts, 'database' | 'releases' | 'followers' | 'audit' | 'clock'>,
  ) {}

  reasons(release: Release, actor: Actor): readonly Reason[] {
    if (release.state !== 'submitted') return [releaseRefusal.notHandedIn(release.state)];
    return may(actor, 'drafter', release.organId);
  }

  perform(id: string, digest: string, actor: Actor): Promise<ReleaseStanding> {
    const { database, releases, followers, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, id);
      if (digest !== version.digest) refuseIfAny([releaseRefusal.digestChanged]);
      refuseIfAny(this.reasons(release, actor));
      const taken = await releases.write(queries, id, { state: 'draft', at: clock.now() });
      for (const follower of followers)
        await follower.follow(queries, { kind: 'takenBack', release: taken, version, actor });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'release.takeBack',
        subjectKind: 'release',
        subjectId: id,
        digest,
      });
      return standingOf(taken, version, []);
    });
  }
}
