import { addDays, civilDayOf, type CivilDay } from '@koujing/calendar';
import { appointSchema, type AppointInput } from '../../../libs/roster/roster.api.js';
import type { RosterCases } from '../roster-cases.js';
import type { DemoCity, DemoRoster } from './demo-city.js';

/** The demo's spokespersons as the office had them on paper, one vacancy and two changes that are not filed. */
export const seedRoster = async (cases: RosterCases, city: DemoCity, now: Date): Promise<void> => {
  const today = civilDayOf(now);
  for (const roster of city.rosters)
    await cases.takeOver.perform(
      {
        organId: roster.organ,
        entries: roster.entries.map((entry) => appointmentOf(entry, addDays(today, -roster.days), today)),
        filedOn: roster.filed === undefined ? null : addDays(today, -roster.filed),
      },
      'system:register',
    );
};

const appointmentOf = (
  { reason, until, ...entry }: DemoRoster['entries'][number],
  fromOn: CivilDay,
  today: CivilDay,
): AppointInput =>
  appointSchema.parse({
    ...{ ...entry, fromOn, rankReason: reason, temporary: until !== undefined },
    untilOn: until === undefined ? null : addDays(today, until),
  });
