import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { reachableAccounts } from './correction-reasons.js';
import { draftOf } from './draft.js';
import { releaseRefusal } from './refusal.js';
import type { ReleaseStanding } from './release.api.js';
import { isCorrecting, type Release } from './release.js';
import type { ReleaseParts } from './release-parts.js';
import type { ReviseRelease } from './revise-release.js';
import { heldRelease } from './visible-release.js';

/** What the public will be told, and the revision that the person saw. */
export interface OpenedCorrection {
  readonly expectedRevision: number;
  readonly note: string;
}

/**
 * Opens the next version of what is out, with the note that every channel will carry. It passes the same gates as the
 * first (check, review, approval by another person, gate); until then the public goes on seeing the last one.
 */
export class OpenCorrection {
  constructor(
    private readonly parts: Pick<ReleaseParts, 'database' | 'releases' | 'renditions' | 'audit'>,
    private readonly revise: ReviseRelease,
  ) {}

  reasons(release: Release, actor: Actor): readonly Reason[] {
    if (isCorrecting(release)) return [releaseRefusal.alreadyCorrecting];
    if (release.state !== 'released') return [releaseRefusal.notOut];
    return may(actor, 'drafter', release.organId);
  }

  perform(id: string, { expectedRevision, note }: OpenedCorrection, actor: Actor): Promise<ReleaseStanding> {
    const { database, releases, audit } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, id);
      refuseIfAny(this.reasons(release, actor));
      if (release.revision !== expectedRevision) await this.revise.refuseStale(queries, release);
      if (note === version.correctionNote) refuseIfAny([releaseRefusal.noteUnchanged]);
      const reachable = await reachableAccounts(this.parts, queries, release, version);
      const draft = { ...draftOf(release, version), accountIds: [...reachable], correctionNote: note };
      await audit.record(queries, {
        actor: actor.personId,
        action: 'release.openCorrection',
        subjectKind: 'release',
        subjectId: id,
        digest: version.digest,
        detail: { from: version.version, note },
      });
      return this.revise.within(queries, { release, version }, draft, actor);
    });
  }
}
