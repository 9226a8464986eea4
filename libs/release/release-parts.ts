import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { AttachmentStore } from './attachment-store.sql.js';
import type { DrawnPictureStore } from './drawn-picture-store.sql.js';
import type { MatterRegister } from './matter-register.js';
import type { ReleaseBar } from './release-bar.js';
import type { ReleaseFollower } from './release-follower.js';
import type { ReleaseNumbers } from './release-number.sql.js';
import type { ReleaseStore } from './release-store.sql.js';
import type { SourceStore } from './source-store.sql.js';
import type { WorkingCopyStore } from './working-copy-store.sql.js';
import type { RenditionSource } from './rendition-source.js';

/** What the verbs of this lib work with. */
export interface ReleaseParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly numbers: ReleaseNumbers;
  readonly attachments: AttachmentStore;
  readonly drawn: DrawnPictureStore;
  readonly sources: SourceStore;
  readonly people: PersonStore;
  readonly workingCopies: WorkingCopyStore;
  readonly organs: OrganStore;
  readonly matters: MatterRegister;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly renditions: RenditionSource;
  readonly followers: readonly ReleaseFollower[];
  readonly bars: readonly ReleaseBar[];
  /** Of release numbers, e.g. `滨新发`. */
  readonly numberPrefix: string;
}
