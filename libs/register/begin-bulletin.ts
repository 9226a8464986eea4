import { addDays, civilDayOf, periodOf } from '@koujing/calendar';
import { settleBulletin } from './bulletin-clock.js';
import type { RegisterParts } from './register-parts.js';

/** Starts the clock of the bulletin on the half-year that is over (Art.42). Ticked again and again, by any number of processes; begins each once. */
export class BeginBulletin {
  constructor(
    private readonly parts: Pick<
      RegisterParts,
      'database' | 'organs' | 'entries' | 'deadlines' | 'startDeadline' | 'endDeadline' | 'clock'
    >,
  ) {}

  async tick(): Promise<void> {
    const { database, organs, entries, clock } = this.parts;
    const { first } = periodOf(civilDayOf(clock.now()), 'halfYear');
    const { key: newest } = periodOf(addDays(first, -1), 'halfYear');
    const office = await organs.office(database.queries);
    // A register without an office is one that is still being set up; the next tick looks again.
    if (office === null) return;
    await database.transaction(async (queries) => {
      await entries.lock(queries, 'bulletin', office.id);
      // Of halves that are owed still, too: fewer may be asked for since.
      const owed = (await entries.bulletinsOwed(queries)).map(({ key }) => key);
      for (const period of new Set([newest, ...owed]))
        await settleBulletin(this.parts, queries, { period, officeId: office.id, actor: 'system:register' });
    });
  }
}
