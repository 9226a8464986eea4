import { refuseIfAny, type Actor } from '@koujing/access';
import { civilTime, type ReleaseId } from '@koujing/kernel';
import type { EditingStore } from './editing-store.sql.js';
import type { WorkingCopyParts } from './keep-working-copy.js';
import { storedBy } from './stored-by.js';
import { visibleRelease } from './visible-release.js';
import { seenWithinMs } from './working-copy.js';
import type { EditingView } from './working-copy.api.js';

/** “I have this open”: answered with who else has, and with where the release stands. It locks nothing. */
export class TellEditing {
  constructor(private readonly parts: WorkingCopyParts & { readonly editing: EditingStore }) {}

  async perform(id: ReleaseId, actor: Actor): Promise<EditingView> {
    const { database, releases, editing, revise, clock } = this.parts;
    const { queries } = database;
    const { personId } = actor;
    const release = await visibleRelease(releases, queries, actor, id);
    refuseIfAny(revise.reasons(release, actor));
    const now = clock.now();
    await editing.seen(queries, id, personId, now);
    const since = new Date(now.getTime() - seenWithinMs);
    const others = await editing.others(queries, { releaseId: id, personId, since });
    return {
      others: others.map(({ seenAt, ...person }) => ({ ...person, seenAt: civilTime(seenAt) })),
      stored: await storedBy(this.parts, queries, release),
    };
  }

  async leave(id: ReleaseId, actor: Actor): Promise<void> {
    const { database, editing } = this.parts;
    await editing.left(database.queries, id, actor.personId);
  }
}
