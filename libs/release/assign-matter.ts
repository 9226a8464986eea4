import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import { editable, type Release, type ReleaseVersion } from './release.js';
import type { ReleaseParts } from './release-parts.js';
import { heldRelease } from './visible-release.js';

export interface Assignment {
  readonly releaseId: string;
  /** Null takes it off its matter. */
  readonly matter: string | null;
}

/** States in which a release may leave the matter that it is on. */
const drafting: ReadonlySet<string> = new Set(['draft', 'returned']);

/** Puts a release on a matter, or takes it off. The matter is a label of ours and under no digest: no signature falls. */
export class AssignMatter {
  constructor(private readonly parts: Omit<ReleaseParts, 'renditions' | 'bars' | 'numbers'>) {}

  async reasons(
    queries: Queries,
    release: Release,
    matter: string | null,
    actor: Actor,
  ): Promise<readonly Reason[]> {
    if (release.state === 'released') return [releaseRefusal.alreadyReleased];
    if (!editable.has(release.state)) return [releaseRefusal.wrongState(release.state)];
    const bound = !drafting.has(release.state) && release.matter !== null;
    const known = matter === null || (await this.parts.matters.linkable(queries, matter, release.organId));
    return [
      ...may(actor, 'drafter', release.organId),
      ...(release.matter === matter ? [releaseRefusal.matterUnchanged(matter)] : []),
      // Its agreed line binds a text that has left the drafter.
      ...(bound && release.matter !== matter ? [releaseRefusal.matterBound] : []),
      ...(known ? [] : [releaseRefusal.unknownMatter]),
    ];
  }

  /** Returns the matter that it was on, and whether it can be put back there. */
  perform(
    { releaseId, matter }: Assignment,
    actor: Actor,
  ): Promise<{ readonly before: string | null; readonly revocable: boolean }> {
    const { database, releases } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, releaseId);
      refuseIfAny(await this.reasons(queries, release, matter, actor));
      await this.#write(queries, { release, version }, matter, actor);
      return { before: release.matter, revocable: drafting.has(release.state) };
    });
  }

  async #write(
    queries: Queries,
    { release, version }: { readonly release: Release; readonly version: ReleaseVersion },
    matter: string | null,
    actor: Actor,
  ): Promise<void> {
    const { releases, followers, audit, clock } = this.parts;
    const written = await releases.write(queries, release.id, {
      state: release.state,
      matter,
      at: clock.now(),
    });
    for (const follower of followers)
      await follower.follow(queries, { kind: 'relinked', release: written, version, actor });
    await audit.record(queries, {
      actor: actor.personId,
      action: 'release.assignMatter',
      subjectKind: 'release',
      subjectId: release.id,
      digest: version.digest,
      detail: { matter, before: release.matter },
    });
  }
}
