export { deadlinesSection, type DeadlineRule, type DeadlineRules } from './deadline-rule.js';
export { DeadlineStore } from './deadline-store.sql.js';
export type { Deadline, DeadlineState, Subject } from './deadline.js';
export { EndDeadline } from './end-deadline.js';
export { dueOf, type Due } from './limit.js';
export { PauseDeadline, ResumeDeadline } from './pause-deadline.js';
export { RecomputeDeadlines } from './recompute-deadlines.js';
export { RemindOfDeadlines, type Reminder, type ReminderSink } from './remind-of-deadlines.js';
export { StartDeadline, type DeadlineParts, type DeadlineStart } from './start-deadline.js';
