import { refuseIfAny, type Actor } from '@koujing/access';
import { addDays, civilDayOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { newId, type OrganId, type Reason } from '@koujing/kernel';
import { appointReasons } from './appoint-reasons.js';
import { heldOrgan } from './held-organ.js';
import { mayKeepRoster } from './may-keep-roster.js';
import type { AppointInput } from './roster.api.js';
import { startFiling } from './roster-clock.js';
import type { RosterEntry } from './roster.js';
import type { RosterParts } from './roster-parts.js';

/** Names a spokesperson or an assistant, in place of another or anew; a regular change is to be filed (Art.7–9). */
export class Appoint {
  constructor(private readonly parts: RosterParts) {}

  /** Pure: what bars this person from changing the roster of an organ at all. */
  reasons(organId: OrganId, actor: Actor): readonly Reason[] {
    return mayKeepRoster(actor, organId);
  }

  async perform(organId: OrganId, input: AppointInput, actor: Actor): Promise<void> {
    refuseIfAny(this.reasons(organId, actor));
    await this.apply(organId, input, actor.personId);
  }

  /** At a start, from the city's own files: by the system, with the same rules. */
  apply(organId: OrganId, input: AppointInput, by: string): Promise<void> {
    const { database, organs, roster, rosterRules, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const organ = await heldOrgan(organs, queries, organId);
      const entries = await roster.entries(queries, organId);
      const today = civilDayOf(clock.now());
      refuseIfAny(appointReasons(rosterRules, { organ, input, entries, today }));
      const { replaces, ...named } = input;
      const replaced = entries.find(({ id }) => id === replaces);
      if (replaced !== undefined) await this.#endFor(queries, replaced, { input, by });
      const unended = { endedReason: null, endedBy: null, endedAt: null };
      const entry = { ...named, ...unended, id: newId(), organId, appointedBy: by, appointedAt: clock.now() };
      await roster.add(queries, entry);
      if (!entry.temporary) await startFiling(this.parts, queries, { organ, on: entry.fromOn, actor: by });
      await audit.record(queries, {
        actor: by,
        action: 'roster.appoint',
        subjectKind: 'organ',
        subjectId: organId,
        detail: { entryId: entry.id, ...input },
      });
    });
  }

  async #endFor(
    queries: Queries,
    replaced: RosterEntry,
    { input, by }: { readonly input: AppointInput; readonly by: string },
  ): Promise<void> {
    await this.parts.roster.end(queries, {
      ...replaced,
      untilOn: addDays(input.fromOn, -1),
      endedReason: `由${input.name}接替`,
      endedBy: by,
      endedAt: this.parts.clock.now(),
    });
  }
}
