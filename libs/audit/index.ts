export { actNouns } from './act-words.js';
export { AuditReading, type Reach } from './audit-reading.sql.js';
export { AuditTrail, type AuditEntry, type RecordedEntry } from './audit-trail.sql.js';
export type { StoredEntry } from './chain.js';
export { CheckChain, type ChainStanding } from './check-chain.sql.js';
export { SealEntries } from './seal-entries.sql.js';
export { sentenceOf } from './sentence.js';
export { subjectTitles } from './subject-titles.sql.js';
export { actingThrough } from './through.js';
