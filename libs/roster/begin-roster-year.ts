import { startOf } from '@koujing/calendar';
import { civilYear } from '@koujing/kernel';
import type { RosterParts } from './roster-parts.js';
import { endYears, listsAsked, rosterYearRule } from './roster-year-clock.js';

/** Starts the clock of the year's public list (Art.9). Ticked again and again, by any number of processes; begins a year once. */
export class BeginRosterYear {
  constructor(private readonly parts: RosterParts) {}

  async tick(): Promise<void> {
    const { database, organs, publications, startDeadline, clock } = this.parts;
    const year = civilYear(clock.now());
    await database.transaction(async (queries) => {
      await publications.lockYears(queries);
      // Fewer may be asked for since.
      await endYears(this.parts, queries, 'system:roster');
      if ((await publications.countSince(queries, year)) >= listsAsked(this.parts)) return;
      const office = await organs.office(queries);
      // A register without an office is one that is still being set up; the next tick looks again.
      if (office === null) return;
      await startDeadline.perform(queries, {
        rule: rosterYearRule,
        subject: { kind: 'rosterYear', id: String(year) },
        organId: office.id,
        title: `${year}年全市新闻发言人名单`,
        titleEn: `List of the city’s spokespersons for ${year}`,
        link: '/settings?tab=roster',
        eventAt: startOf(`${year}-01-01`),
        actor: 'system:roster',
      });
    });
  }
}
