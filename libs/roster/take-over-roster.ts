import { refuseIfAny } from '@koujing/access';
import { civilDayOf, startOf, type CivilDay } from '@koujing/calendar';
import { digestOf, newId, type OrganId } from '@koujing/kernel';
import { appointReasons } from './appoint-reasons.js';
import { heldOrgan } from './held-organ.js';
import type { AppointInput } from './roster.api.js';
import { startFiling } from './roster-clock.js';
import { publicEntryOf, type RosterEntry } from './roster.js';
import type { RosterParts } from './roster-parts.js';

/** A roster as it stood before the system came. */
export interface FormerRoster {
  readonly organId: OrganId;
  readonly entries: readonly AppointInput[];
  /** The day on which it was filed; null if it still has to be. */
  readonly filedOn: CivilDay | null;
}

/** Takes the rosters over that an office has on paper: what was filed in time then is not late now. */
export class TakeOverRoster {
  constructor(private readonly parts: RosterParts) {}

  /** Nothing where the organ has a roster already. */
  perform({ organId, entries, filedOn }: FormerRoster, by: string): Promise<void> {
    const { database, organs, roster, rosterRules, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const organ = await heldOrgan(organs, queries, organId);
      if ((await roster.entries(queries, organId)).length > 0) return;
      const taken: RosterEntry[] = [];
      for (const input of entries) {
        const today = civilDayOf(clock.now());
        refuseIfAny(appointReasons(rosterRules, { organ, input, entries: taken, today }));
        taken.push(entryOf(organId, input, by));
      }
      for (const entry of taken) await roster.add(queries, entry);
      const filed = taken.filter(({ temporary }) => !temporary).map(publicEntryOf);
      const digest = digestOf(filed);
      if (filedOn !== null)
        await roster.file(queries, {
          ...{ id: newId(), organId, entries: filed, digest, note: '', filedBy: by },
          filedAt: startOf(filedOn),
        });
      else
        for (const { fromOn: on } of taken) await startFiling(this.parts, queries, { organ, on, actor: by });
      await audit.record(queries, {
        ...{ actor: by, action: 'roster.takeOver', subjectKind: 'organ', subjectId: organId, digest },
        detail: { entries: taken.length, filedOn },
      });
    });
  }
}

const entryOf = (organId: OrganId, { replaces: _, ...input }: AppointInput, by: string): RosterEntry => ({
  ...input,
  id: newId(),
  organId,
  endedReason: null,
  appointedBy: by,
  appointedAt: startOf(input.fromOn),
  endedBy: null,
  endedAt: null,
});
