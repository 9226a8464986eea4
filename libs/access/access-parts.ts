import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { PersonStore } from './person-store.sql.js';
import type { SessionStore } from './session-store.sql.js';

/** What the verbs of this lib work with. */
export interface AccessParts {
  readonly database: Database;
  readonly people: PersonStore;
  readonly sessions: SessionStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}
