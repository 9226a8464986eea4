import { civilDayOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import type { Clock, Reason } from '@koujing/kernel';
import type { RuleBar } from '@koujing/rule';
import { rosterRefusal } from './refusal.js';
import type { RosterRules } from './roster-rules.js';
import type { RosterStore } from './roster-store.sql.js';

/** A rank that somebody on the roster holds is not taken away from under them. */
export class HeldRanks implements RuleBar {
  constructor(private readonly parts: { readonly roster: RosterStore; readonly clock: Clock }) {}

  async reasons(
    queries: Queries,
    key: string,
    { from, to }: { readonly from: unknown; readonly to: unknown },
  ): Promise<readonly Reason[]> {
    if (key !== 'roster.ranks') return [];
    const before = from as RosterRules['ranks'];
    const after = to as typeof before;
    const { roster, clock } = this.parts;
    const today = civilDayOf(clock.now());
    const entries = await roster.entries(queries);
    return Object.entries(before).flatMap(([rank, { title, titleEn = title }]) => {
      if (rank in after) return [];
      const held = entries.find(
        (entry) => entry.rank === rank && (entry.untilOn === null || entry.untilOn >= today),
      );
      return held === undefined ? [] : [rosterRefusal.rankHeld({ zh: title, en: titleEn }, held.name)];
    });
  }
}
