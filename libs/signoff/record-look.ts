import { refuseIfAny, type Actor } from '@koujing/access';
import { releaseRefusal, visibleRelease } from '@koujing/release';
import type { LookStore } from './look-store.sql.js';
import { isShown } from './shown-versions.js';
import type { SignOffDesk } from './sign-off-desk.js';

/** Somebody opened the text and read on: at the next look, what changed since is marked. */
export class RecordLook {
  constructor(
    private readonly desk: SignOffDesk,
    private readonly looks: LookStore,
  ) {}

  /** @throws Problem `notFound`; `refused` if no version that this person is shown has the digest. */
  async perform(releaseId: string, digest: string, actor: Actor): Promise<void> {
    const { database, releases, clock } = this.desk.parts;
    await database.transaction(async (queries) => {
      const release = await visibleRelease(releases, queries, actor, releaseId);
      const versions = await releases.versions(queries, releaseId);
      const read = versions.findLast(
        (each) => each.digest === digest && isShown(release, each.version, actor),
      );
      if (read === undefined) return refuseIfAny([releaseRefusal.digestChanged]);
      const of = { personId: actor.personId, releaseId };
      await this.looks.record(queries, of, { version: read.version, digest, at: clock.now() });
    });
  }
}
