export { AgendaMarksReader } from './agenda-marks.sql.js';
export { CancelSchedule } from './cancel-schedule.js';
export { PersonsToTell } from './persons-to-tell.sql.js';
export { Preflight, type PreflightParts } from './preflight.js';
export { PreflightStore } from './preflight-store.sql.js';
export { ReleaseDue, type DueParts } from './release-due.js';
export { ScheduleRelease, type ScheduleParts } from './schedule-release.js';
export { ShowAgenda } from './show-agenda.js';
export { TickLease } from './tick-lease.sql.js';
