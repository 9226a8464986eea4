import { refuseIfAny, type Actor } from '@koujing/access';
import { Problem, type Reason } from '@koujing/kernel';
import type { MatterInput, ReviseMatterInput } from './matter.api.js';
import type { Matter } from './matter.js';
import type { MatterParts } from './matter-parts.js';
import { matterReasons } from './matter-reasons.js';
import { coordinates, mayOpen } from './may-answer.js';
import { matterRefusal } from './refusal.js';
import { heldMatter } from './visible-matter.js';

type Wanted = Omit<MatterInput, 'openedAt'>;

/** Title, organs, category and clock. Whoever is late must not move the hour: the clock is the coordinator's. */
export class ReviseMatter {
  constructor(private readonly parts: MatterParts) {}

  /** Pure: what bars this person from changing it at all. */
  reasons(matter: Matter, actor: Actor): readonly Reason[] {
    return matter.state === 'closed' ? [matterRefusal.closed] : mayOpen(actor, matter.ownerOrganId);
  }

  async perform(
    id: string,
    { expectedRevision, matter: wanted }: ReviseMatterInput,
    actor: Actor,
  ): Promise<void> {
    const { database, matters, audit, clock, matterFollowers } = this.parts;
    await database.transaction(async (queries) => {
      const before = await heldMatter(matters, queries, actor, id);
      refuseIfAny(this.reasons(before, actor));
      if (before.revision !== expectedRevision) throw new Problem('stale', [matterRefusal.stale]);
      refuseIfAny(await matterReasons(this.parts, queries, wanted, before.openedAt));
      refuseIfAny(clockReasons(before, wanted, actor));
      const { dueAt, ...rest } = wanted;
      const due = dueAt === null ? null : new Date(dueAt);
      const matter = await matters.write(queries, { ...before, ...rest, dueAt: due, updatedAt: clock.now() });
      for (const follower of matterFollowers)
        await follower.follow(queries, { kind: 'revised', matter, actor });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'matter.revise',
        subjectKind: 'matter',
        subjectId: id,
        detail: { ...wanted },
      });
    });
  }
}

/** A new owner takes the clock over, so handing it on is the coordinator's too. */
const clockReasons = (before: Matter, wanted: Wanted, actor: Actor): readonly Reason[] => {
  const due = wanted.dueAt === null ? null : Date.parse(wanted.dueAt);
  const moved = due !== (before.dueAt?.getTime() ?? null) || wanted.ownerOrganId !== before.ownerOrganId;
  return moved && !coordinates(actor, before.ownerOrganId) ? [matterRefusal.dueIsCoordinators] : [];
};
