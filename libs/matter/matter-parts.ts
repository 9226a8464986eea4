import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { LineReader } from './line-reader.js';
import type { MatterFollower } from './matter-follower.js';
import type { MatterStore } from './matter-store.sql.js';

/** What the verbs of this lib work with. */
export interface MatterParts {
  readonly database: Database;
  readonly matters: MatterStore;
  readonly organs: OrganStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly reader: LineReader;
  readonly matterFollowers: readonly MatterFollower[];
}
