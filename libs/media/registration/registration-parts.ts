import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { AccreditationStore } from '../accreditation/accreditation-store.sql.js';
import type { MediaParts } from '../media-parts.js';
import type { RegistrationStore } from './registration-store.sql.js';

/** Port, wired in apps/dispatcher: who keeps the door of a conference. Conferences are of a higher rank. */
export interface ConferenceDoor {
  reasons(queries: Queries, conferenceId: string, actor: Actor): Promise<readonly Reason[]>;
}

export interface RegistrationParts extends Pick<MediaParts, 'database' | 'audit' | 'clock'> {
  readonly registrations: RegistrationStore;
  readonly accreditations: AccreditationStore;
  readonly door: ConferenceDoor;
}
