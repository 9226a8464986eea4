import type { SealEntries } from '@koujing/audit';
import type { RemindOfDeadlines } from '@koujing/deadline';
import type { conferenceCasesOf } from './conference-cases.js';
import type { dispatchCasesOf } from './dispatch-cases.js';
import type { interviewCasesOf } from './interview-cases.js';
import type { Recurring } from './recurring.js';
import type { registerCasesOf } from './register-cases.js';
import type { reportCasesOf } from './report-cases.js';
import type { rosterCasesOf } from './roster-cases.js';
import type { scheduleCasesOf } from './schedule-cases.js';
import type { UseCases } from './use-cases.js';
import type { violationCasesOf } from './violation-cases.js';

/** Limits are told in minutes at the finest. */
const reminderEveryMs = 60_000;
/** Looks ahead are a day and an hour before the hour: half a minute late matters to nobody. */
const preflightEveryMs = 30_000;
/** Periods are quarters at the shortest; an hour late starts no clock too late. */
const routineEveryMs = 60 * 60_000;
/** Warnings are by the day; each is told once however often this runs. */
const expiryEveryMs = 10 * 60_000;

/** What looks again and again at the clock; each tells what it finds once, however often it runs. */
export interface Watched {
  readonly cases: UseCases;
  readonly seal: SealEntries;
  readonly remind: RemindOfDeadlines;
  readonly conference: ReturnType<typeof conferenceCasesOf>;
  readonly violation: ReturnType<typeof violationCasesOf>;
  readonly reports: ReturnType<typeof reportCasesOf>;
  readonly roster: ReturnType<typeof rosterCasesOf>;
  readonly registers: ReturnType<typeof registerCasesOf>;
  readonly interviews: ReturnType<typeof interviewCasesOf>;
  readonly schedule: ReturnType<typeof scheduleCasesOf>;
  readonly dispatch: ReturnType<typeof dispatchCasesOf>;
}

/** The looks of the scheduler's role. What passed while nothing ran is found before this returns. */
export const startWatches = async (recurring: Recurring, watched: Watched): Promise<void> => {
  const {
    cases,
    seal,
    remind,
    conference,
    violation,
    reports,
    roster,
    registers,
    interviews,
    schedule,
    dispatch,
  } = watched;
  recurring.every('requestsOnce', expiryEveryMs, () => cases.requestOnce.forget());
  recurring.every('seal', 1_000, () => seal.perform());
  await cases.clocks.keepLevel();
  recurring.every('deadlines', reminderEveryMs, async () => {
    await cases.clocks.keepLevel();
    await remind.tick();
  });
  // Clocks of matters are kept to the minute; what passed while nothing ran is found at the start.
  recurring.every('routineDuties', routineEveryMs, () => conference.routine.tick());
  await conference.routine.tick();
  recurring.every('gaps', 60_000, () => cases.gaps.tick());
  recurring.every('duties', 60_000, () => cases.dutyGaps.tick());
  await cases.gaps.tick();
  await cases.dutyGaps.tick();
  recurring.every('violations', 60_000, () => violation.watch.tick());
  // What was missed while nothing ran is told at the first turn after its hour.
  recurring.every('inconsistencyDigest', 60_000, () => reports.tellDigest.tick());
  recurring.every('roster-year', 60_000, () => roster.beginYear.tick());
  await roster.beginYear.tick();
  recurring.every('bulletin', 60_000, () => registers.beginBulletin.tick());
  await registers.beginBulletin.tick();
  recurring.every('interviews', reminderEveryMs, () => interviews.alarm.tick());
  recurring.every('reconsider', 2_000, () => cases.reconsider.tick());
  recurring.every('preflight', preflightEveryMs, () => schedule.preflight.tick());
  recurring.every('expiry', expiryEveryMs, () => dispatch.expiry.perform());
};
