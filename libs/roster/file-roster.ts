import { refuseIfAny, type Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import { digestOf, newId, type OrganId, type Reason } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import { filingPending, lacksOf } from './completeness.js';
import { heldOrgan } from './held-organ.js';
import { mayKeepRoster } from './may-keep-roster.js';
import { rosterRefusal } from './refusal.js';
import type { FileRosterInput } from './roster.api.js';
import { endFiling } from './roster-clock.js';
import { publicEntryOf, regularOn, type RosterEntry } from './roster.js';
import type { RosterParts } from './roster-parts.js';

/** Reports the roster of an organ to the office, frozen with its digest; ends the clock of Art.9. */
export class FileRoster {
  constructor(private readonly parts: RosterParts) {}

  reasons(
    of: {
      readonly organ: Organ;
      readonly entries: readonly RosterEntry[];
      readonly filedAt: Date | undefined;
    },
    actor: Actor,
  ): readonly Reason[] {
    return [...mayKeepRoster(actor, of.organ.id), ...this.#standing(of)];
  }

  async perform(organId: OrganId, { note }: FileRosterInput, actor: Actor): Promise<void> {
    refuseIfAny(mayKeepRoster(actor, organId));
    await this.apply(organId, note, actor.personId);
  }

  apply(organId: OrganId, note: string, by: string): Promise<void> {
    const { database, organs, roster, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const organ = await heldOrgan(organs, queries, organId);
      const entries = await roster.entries(queries, organId);
      const [last] = await roster.filings(queries, organId);
      refuseIfAny(this.#standing({ organ, entries, filedAt: last?.filedAt }));
      const today = civilDayOf(clock.now());
      const filed = (['spokesperson', 'pressAssistant'] as const).flatMap((post) =>
        regularOn(entries, post, today).map(publicEntryOf),
      );
      const digest = digestOf(filed);
      const filing = {
        id: newId(),
        organId,
        entries: filed,
        digest,
        note,
        filedBy: by,
        filedAt: clock.now(),
      };
      await roster.file(queries, filing);
      await endFiling(this.parts, queries, { organ, actor: by });
      await audit.record(queries, {
        actor: by,
        action: 'roster.file',
        subjectKind: 'organ',
        subjectId: organId,
        digest,
        detail: { filingId: filing.id, note },
      });
    });
  }

  /** A vacancy cannot be filed away: the month of Art.9 is for filling it, too. */
  #standing(of: {
    readonly organ: Organ;
    readonly entries: readonly RosterEntry[];
    readonly filedAt: Date | undefined;
  }): readonly Reason[] {
    const today = civilDayOf(this.parts.clock.now());
    const lacks = lacksOf(this.parts, of.organ, of.entries, today).filter((lack) => lack !== 'releaseUnit');
    if (lacks.length > 0) return lacks.map(rosterRefusal.vacant);
    return filingPending(of.entries, of.filedAt) ? [] : [rosterRefusal.nothingToFile];
  }
}
