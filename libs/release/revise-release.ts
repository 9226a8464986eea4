import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import { relayOfDraft, sealed, versionOfDraft } from './draft.js';
import { correctionReasons } from './correction-reasons.js';
import { referenceReasons } from './draft-reasons.js';
import { releaseRefusal } from './refusal.js';
import type { ReleaseDraft, ReleaseStanding } from './release.api.js';
import { editable, isOut, type Release, type ReleaseVersion } from './release.js';
import type { ReleaseChange } from './release-follower.js';
import type { ReleaseParts } from './release-parts.js';
import { standingOf } from './standing.js';
import { storedBy } from './stored-by.js';
import { heldRelease } from './visible-release.js';

/** What an edit starts from and what it wants. */
export interface Revision {
  readonly expectedRevision: number;
  readonly draft: ReleaseDraft;
}

/** A release held for writing, with its current version. */
interface Held {
  readonly release: Release;
  readonly version: ReleaseVersion;
}

/**
 * An edit. A changed digest makes a new version, voids the signatures and sends the release back to draft;
 * an edit that changes nothing the public will see leaves them standing.
 */
export class ReviseRelease {
  constructor(private readonly parts: ReleaseParts) {}

  /** Pure: what bars this person from editing it at all. */
  reasons(release: Release, actor: Actor): readonly Reason[] {
    if (release.state === 'released') return [releaseRefusal.alreadyReleased];
    if (!editable.has(release.state)) return [releaseRefusal.wrongState(release.state)];
    return may(actor, 'drafter', release.organId);
  }

  perform(id: string, revision: Revision, actor: Actor): Promise<ReleaseStanding> {
    return this.parts.database.transaction(async (queries) => {
      const { release, version } = await heldRelease(this.parts.releases, queries, actor, id);
      refuseIfAny(this.reasons(release, actor));
      if (release.revision !== revision.expectedRevision) await this.refuseStale(queries, release);
      // The organ is who speaks: another organ's release is another release.
      const draft = { ...revision.draft, organId: release.organId };
      refuseIfAny([
        ...(await referenceReasons(this.parts, queries, draft, actor)),
        ...(await correctionReasons(this.parts, queries, release, draft)),
      ]);
      refuseIfAny(boundReasons(release, draft));
      await this.parts.workingCopies.forget(queries, actor.personId, release.id);
      return this.within(queries, { release, version }, draft, actor);
    });
  }

  /** The same inside another action's transaction; the caller holds the release and answers for the reasons. */
  async within(queries: Queries, before: Held, draft: ReleaseDraft, actor: Actor): Promise<ReleaseStanding> {
    const { releases, clock } = this.parts;
    await this.parts.sources.link(queries, before.release.id, draft.documents);
    const same = await this.written(queries, before.release, draft, actor);
    if (same.version.digest === before.version.digest) {
      const change = { state: before.release.state, matter: draft.matter, at: clock.now() };
      const release = await releases.write(queries, before.release.id, change);
      if (draft.matter !== before.release.matter)
        await this.tell(queries, { kind: 'relinked', release, version: before.version, actor });
      return standingOf(release, before.version, same.previews);
    }
    const next = {
      ...before.release,
      version: await this.parts.releases.nextVersion(queries, before.release.id),
    };
    const { release, version, previews } = await this.written(queries, next, draft, actor);
    const known = new Set(previews.map((preview) => preview.accountId));
    refuseIfAny(
      draft.accountIds.filter((id) => !known.has(id)).map((id) => releaseRefusal.unknownAccount(id)),
    );
    return standingOf(await this.replace(queries, release, version, actor), version, previews);
  }

  /** The release with the draft written into it, and what its channels would send. */
  private async written(queries: Queries, before: Release, draft: ReleaseDraft, actor: Actor) {
    const { kind, title, jointOrganIds, supersedes, matter } = draft;
    const release = {
      ...before,
      kind,
      title,
      jointOrganIds,
      supersedes,
      matter,
      relayOf: relayOfDraft(draft),
    };
    const unsealed = versionOfDraft(draft, release, actor, this.parts.clock.now());
    const previews = await this.parts.renditions.previews(queries, release, unsealed);
    return { release, version: sealed(release, unsealed, previews), previews };
  }

  private async replace(
    queries: Queries,
    wanted: Release,
    version: ReleaseVersion,
    actor: Actor,
  ): Promise<Release> {
    const { releases, audit } = this.parts;
    await releases.insertVersion(queries, version);
    const { kind, title, jointOrganIds, relayOf, supersedes, matter } = wanted;
    const release = await releases.write(queries, wanted.id, {
      ...{ kind, jointOrganIds, relayOf, supersedes, matter },
      // Everybody knows what is out by the title that it has there, until the correction takes its place.
      ...(isOut(wanted) ? {} : { title }),
      state: 'draft',
      version: version.version,
      scheduledAt: null,
      holdReason: null,
      at: version.createdAt,
    });
    await this.tell(queries, { kind: 'revised', release, version, actor });
    await audit.record(queries, {
      actor: actor.personId,
      action: 'release.revise',
      subjectKind: 'release',
      subjectId: release.id,
      digest: version.digest,
      detail: { version: version.version },
    });
    return release;
  }

  private async tell(queries: Queries, change: ReleaseChange): Promise<void> {
    for (const follower of this.parts.followers) await follower.follow(queries, change);
  }

  /** @throws Problem `stale`, which names who was faster */
  async refuseStale(queries: Queries, release: Release): Promise<never> {
    const { by, at } = await storedBy(this.parts, queries, release);
    throw new Problem('stale', [releaseRefusal.stale(by, at.slice(0, 16).replace('T', ' '))]);
  }
}

/** The agreed line of its matter binds a text that has left the drafter: it cannot be unlinked to get past the gate. */
const boundReasons = (release: Release, { matter }: ReleaseDraft): readonly Reason[] => {
  const drafting = release.state === 'draft' || release.state === 'returned';
  return drafting || release.matter === null || release.matter === matter ? [] : [releaseRefusal.matterBound];
};
