import { refuseIfAny, type Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import { Problem, type Reason } from '@koujing/kernel';
import { heldOrgan } from './held-organ.js';
import { mayKeepRoster } from './may-keep-roster.js';
import { rosterRefusal } from './refusal.js';
import type { EndAppointmentInput } from './roster.api.js';
import { startFiling } from './roster-clock.js';
import type { RosterEntry } from './roster.js';
import type { RosterParts } from './roster-parts.js';

/** Ends an appointment without a successor: from then on the post is vacant, and the clock of Art.9 runs. */
export class EndAppointment {
  constructor(private readonly parts: RosterParts) {}

  /** Pure. */
  reasons(entry: RosterEntry, actor: Actor): readonly Reason[] {
    return entry.endedAt === null ? mayKeepRoster(actor, entry.organId) : [rosterRefusal.entryNotFound];
  }

  /** @returns the organ */
  perform(id: string, { untilOn, reason }: EndAppointmentInput, actor: Actor): Promise<string> {
    const { database, organs, roster, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const known = await roster.find(queries, id);
      if (known === null) throw new Problem('notFound', [rosterRefusal.entryNotFound]);
      const organ = await heldOrgan(organs, queries, known.organId);
      const entry = (await roster.find(queries, id)) ?? known;
      refuseIfAny(this.reasons(entry, actor));
      if (untilOn < entry.fromOn) refuseIfAny([rosterRefusal.endBeforeStart]);
      if (untilOn > civilDayOf(clock.now())) refuseIfAny([rosterRefusal.inFuture('untilOn')]);
      const ended = { untilOn, endedReason: reason, endedBy: actor.personId, endedAt: clock.now() };
      await roster.end(queries, { ...entry, ...ended });
      if (!entry.temporary)
        await startFiling(this.parts, queries, { organ, on: untilOn, actor: actor.personId });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'roster.end',
        subjectKind: 'organ',
        subjectId: entry.organId,
        detail: { entryId: id, untilOn, reason },
      });
      return entry.organId;
    });
  }
}
