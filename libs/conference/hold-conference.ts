import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { Holding } from './conference.api.js';
import { isApproved, type Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { exemptionOf } from './lead-time.js';
import { mayPrepare } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import { heldConference } from './visible-conference.js';

/** It took place, as approved (Art.32). */
export class HoldConference {
  constructor(private readonly parts: ConferenceParts) {}

  reasons(conference: Conference, actor: Actor): readonly Reason[] {
    if (!isApproved(conference)) return [conferenceRefusal.wrongState(conference.state)];
    const now = this.parts.clock.now();
    return [
      ...mayPrepare(actor, conference.organId),
      ...(conference.state === 'filed' || this.freed(conference) ? [] : [conferenceRefusal.notFiled]),
      ...(conference.startsAt > now ? [conferenceRefusal.notYetHeld] : []),
    ];
  }

  async perform(id: string, holding: Holding, actor: Actor): Promise<void> {
    const { database, conferences, clocks, audit, clock, conferenceFollowers } = this.parts;
    await database.transaction(async (queries) => {
      const before = await heldConference(conferences, queries, actor, id);
      refuseIfAny(this.reasons(before, actor));
      const heldAt = new Date(holding.heldAt);
      if (heldAt < before.startsAt || heldAt > clock.now()) refuseIfAny([conferenceRefusal.notYetHeld]);
      const held: Conference = { ...before, state: 'held', heldAt, holding, updatedAt: clock.now() };
      const conference = await conferences.write(queries, held);
      await clocks.held(queries, conference, actor);
      for (const follower of conferenceFollowers) await follower.held(queries, conference, actor);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.hold',
        subjectKind: 'conference',
        subjectId: id,
        detail: { ...holding },
      });
    });
  }

  /** In an emergency that the kind's own rule frees of the filing, nobody waits for papers (Art.31(2)–(3)). */
  private freed(conference: Conference): boolean {
    const { settings, reckoning } = this.parts;
    const [own] = settings.kinds[conference.kind].materials;
    return own !== undefined && exemptionOf(reckoning.rules, own, conference) !== null;
  }
}
