import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { DeadlineStore } from '@koujing/deadline';
import type { Clock } from '@koujing/kernel';
import type { MatterFollower, MatterStore } from '@koujing/matter';
import type { OrganStore } from '@koujing/organ';
import type { ReleaseStore } from '@koujing/release';
import type { ChainStore } from './chain-store.sql.js';
import type { FiguresReader } from './figures-reader.js';
import type { IncidentClocks } from './incident-clocks.js';
import type { IncidentRules } from './incident-rules.js';
import type { IncidentStore } from './incident-store.sql.js';

/** What the verbs of this lib work with. */
export interface IncidentParts {
  readonly database: Database;
  readonly incidents: IncidentStore;
  readonly chain: ChainStore;
  readonly matters: MatterStore;
  readonly matterFollowers: readonly MatterFollower[];
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly releases: ReleaseStore;
  readonly deadlines: DeadlineStore;
  readonly clocks: IncidentClocks;
  readonly rules: IncidentRules;
  readonly reader: FiguresReader;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}
