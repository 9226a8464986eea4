export type { Act, ActSource } from './act.js';
export { DeadlineActs } from './deadline-acts.sql.js';
export { FindingActs } from './finding-acts.sql.js';
export { JudgeViolation } from './judge-violation.js';
export { ReleaseActs } from './release-acts.sql.js';
export { ShowViolations } from './show-violations.js';
export { violationsSection, type ViolationRules } from './violation-rules.js';
export { ViolationStore } from './violation-store.sql.js';
export { WatchViolations } from './watch-violations.js';
