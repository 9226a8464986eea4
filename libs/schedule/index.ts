export { CancelSchedule } from './cancel-schedule.js';
export { PersonsToTell } from './persons-to-tell.sql.js';
export { ReleaseDue, type DueParts } from './release-due.js';
export { ScheduleRelease, type ScheduleParts } from './schedule-release.js';
export { TickLease } from './tick-lease.sql.js';
