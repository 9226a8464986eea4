import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { DeadlineRules, EndDeadline, StartDeadline } from '@koujing/deadline';
import type { Clock } from '@koujing/kernel';
import type { KindRules, OrganStore } from '@koujing/organ';
import type { AttachmentStore, ReleaseStore } from '@koujing/release';
import type { RegisterStore } from './register-store.sql.js';
import type { RuleBook } from './rule-book.js';

/** What the verbs of this lib work with. */
export interface RegisterParts {
  readonly database: Database;
  readonly entries: RegisterStore;
  readonly organs: OrganStore;
  readonly kinds: KindRules;
  readonly releases: ReleaseStore;
  readonly attachments: AttachmentStore;
  readonly ruleBook: RuleBook;
  readonly deadlines: DeadlineRules;
  readonly startDeadline: StartDeadline;
  readonly endDeadline: EndDeadline;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}
