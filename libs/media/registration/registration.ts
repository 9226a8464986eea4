import type { PersonId } from '@koujing/kernel';
import type { RegistrationState } from './registration.api.js';

/** A reporter who comes to a press conference (Art.20, 40): registered, then let in or turned away at the desk. */
export interface Registration {
  readonly id: string;
  /** Opaque: conferences are another lib's. */
  readonly conferenceId: string;
  readonly reporterId: string;
  readonly state: RegistrationState;
  /** Why somebody was turned away. */
  readonly note: string;
  readonly registeredBy: PersonId;
  readonly registeredAt: Date;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date | null;
}
