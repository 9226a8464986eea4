import { addDays, civilDayOf, periodOf } from '@koujing/calendar';
import { startBulletin } from './bulletin-clock.js';
import type { RegisterParts } from './register-parts.js';

/** Starts the clock of the bulletin on the half-year that is over (Art.42). Ticked again and again, by any number of processes; begins each once. */
export class BeginBulletin {
  constructor(
    private readonly parts: Pick<
      RegisterParts,
      'database' | 'organs' | 'entries' | 'startDeadline' | 'clock'
    >,
  ) {}

  async tick(): Promise<void> {
    const { database, organs, entries, clock } = this.parts;
    const { first } = periodOf(civilDayOf(clock.now()), 'halfYear');
    const { key: period } = periodOf(addDays(first, -1), 'halfYear');
    const office = await organs.office(database.queries);
    // A register without an office is one that is still being set up; the next tick looks again.
    if (office === null) return;
    await database.transaction(async (queries) => {
      const of = { register: 'bulletin', organId: office.id, key: period } as const;
      await entries.lock(queries, of.register, of.organId);
      if ((await entries.inForce(queries, of)) !== null) return;
      await startBulletin(this.parts, queries, { period, officeId: office.id, actor: 'system:register' });
    });
  }
}
