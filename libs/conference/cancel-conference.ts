import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { isOver, type Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { mayPrepare } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import { heldConference } from './visible-conference.js';
import { voidApproval } from './void-approval.js';

/** It will not take place; its number, if it had one, says so to whoever looks it up. */
export class CancelConference {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(conference: Conference, actor: Actor): readonly Reason[] {
    if (isOver(conference)) return [conferenceRefusal.wrongState(conference.state)];
    return mayPrepare(actor, conference.organId);
  }

  async perform(id: string, reason: string, actor: Actor): Promise<void> {
    const { database, conferences, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const before = await heldConference(conferences, queries, actor, id);
      refuseIfAny(this.reasons(before, actor));
      const conference = await voidApproval(this.parts, queries, before, { reason, changes: [], actor });
      const at = clock.now();
      await conferences.write(queries, {
        ...conference,
        state: 'cancelled',
        stateReason: reason,
        updatedAt: at,
      });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.cancel',
        subjectKind: 'conference',
        subjectId: id,
        detail: { reason },
      });
    });
  }
}
