import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { Role } from './access.api.js';
import type { FactorStore } from './factor/factor-store.sql.js';
import type { PersonStore } from './person-store.sql.js';
import type { SessionStore } from './session-store.sql.js';

/** What the city's configuration says of who gets in. */
export interface AccessPolicy {
  /** Roles that are held with a second factor only. */
  readonly secondFactor: readonly Role[];
  /** The city says that it has one administrator: what two would do, one does alone, and the record says so. */
  readonly singleAdministrator: boolean;
}

/** What the verbs of this lib work with. */
export interface AccessParts {
  readonly database: Database;
  readonly people: PersonStore;
  readonly sessions: SessionStore;
  readonly factors: FactorStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly policy: AccessPolicy;
}
