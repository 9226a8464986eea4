import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { AuthorisationStore } from './authorisation-store.sql.js';
import type { DelegationStore } from './delegation-store.sql.js';

/** What the verbs of this lib work with. */
export interface AuthorisationParts {
  readonly database: Database;
  readonly authorisations: AuthorisationStore;
  readonly delegations: DelegationStore;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** The longest terms that the city allows, in days. */
  readonly longest: { readonly authorisationDays: number; readonly delegationDays: number };
}
