export { AuditTrail, type AuditEntry, type RecordedEntry } from './audit-trail.sql.js';
export { SealEntries } from './seal-entries.sql.js';
