import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { AuthorisationStore } from '@koujing/authorisation';
import type { Database } from '@koujing/database';
import type { IncidentStore } from '@koujing/incident';
import type { Clock } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';
import type { OrganStore } from '@koujing/organ';
import type { DrawnPictureStore, ReleaseNumbers } from '@koujing/release';
import type { ConferenceClocks } from './conference-clocks.js';
import type { ConferenceFollower } from './conference-follower.js';
import type { ConferenceSettings } from './conference-settings.js';
import type { ConferenceStore } from './conference-store.sql.js';
import type { Reckoning } from './lead-time.js';
import type { MaterialStore } from './material-store.sql.js';
import type { RegistrationStore } from './registration-store.sql.js';
import type { ConferenceSignatureStore } from './signature-store.sql.js';

/** What the verbs of this lib work with. */
export interface ConferenceParts {
  readonly database: Database;
  readonly conferences: ConferenceStore;
  readonly conferenceSignatures: ConferenceSignatureStore;
  readonly authorisations: Pick<AuthorisationStore, 'of'>;
  readonly registrations: RegistrationStore;
  readonly materials: MaterialStore;
  readonly drawn: DrawnPictureStore;
  readonly clocks: ConferenceClocks;
  readonly reckoning: Reckoning;
  readonly settings: ConferenceSettings;
  readonly numbers: ReleaseNumbers;
  readonly organs: OrganStore;
  readonly incidents: Pick<IncidentStore, 'find'>;
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** Prefix of the city's numbers, e.g. `滨新发`. */
  readonly numberPrefix: string;
  /** Base of the links in notices. */
  readonly consoleUrl: string;
  readonly conferenceFollowers: readonly ConferenceFollower[];
}
