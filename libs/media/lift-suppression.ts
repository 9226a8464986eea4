import { refuseIfAny, type Actor } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import type { LiftInput } from './media.api.js';
import type { MediaParts } from './media-parts.js';
import { mayEditMedia } from './may-edit-media.js';
import { mediaRefusal } from './refusal.js';

/** Lets an address get mail again, with a reason: a bounce that was wrong, a reporter who asks for it. */
export class LiftSuppression {
  constructor(private readonly parts: MediaParts) {}

  reasons = mayEditMedia;

  perform(id: string, { reason }: LiftInput, actor: Actor): Promise<void> {
    const { database, suppressions, audit, clock } = this.parts;
    refuseIfAny(this.reasons(actor));
    return database.transaction(async (queries) => {
      const stop = await suppressions.inForce(queries, id);
      if (stop === null) throw new Problem('notFound', [mediaRefusal.suppressionNotFound]);
      await suppressions.lift(queries, id, { by: actor.personId, reason, at: clock.now() });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'media.liftSuppression',
        subjectKind: 'mailAddress',
        subjectId: stop.address,
        detail: { reason },
      });
    });
  }
}
