import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { MailingListStore } from './mailing-list-store.sql.js';
import type { OutletStore } from './outlet-store.sql.js';
import type { ReporterStore } from './reporter-store.sql.js';
import type { SuppressionStore } from './suppression-store.sql.js';

/** Told in the same transaction when an address is stopped: whoever holds unsent mail for it. */
export interface SuppressionFollower {
  suppressed(queries: Queries, address: string, message: string): Promise<void>;
}

/** What the verbs of this lib work with. */
export interface MediaParts {
  readonly database: Database;
  readonly outlets: OutletStore;
  readonly reporters: ReporterStore;
  readonly lists: MailingListStore;
  readonly suppressions: SuppressionStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}
