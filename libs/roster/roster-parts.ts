import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { DeadlineRules, EndDeadline, StartDeadline } from '@koujing/deadline';
import type { Clock } from '@koujing/kernel';
import type { KindRules, OrganStore } from '@koujing/organ';
import type { PublicationStore } from './publication-store.sql.js';
import type { RosterRules } from './roster-rules.js';
import type { RosterStore } from './roster-store.sql.js';

/** What the verbs of this lib work with. */
export interface RosterParts {
  readonly database: Database;
  readonly organs: OrganStore;
  readonly roster: RosterStore;
  readonly publications: PublicationStore;
  readonly rosterRules: RosterRules;
  readonly kinds: KindRules;
  readonly deadlines: DeadlineRules;
  readonly startDeadline: StartDeadline;
  readonly endDeadline: EndDeadline;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}
