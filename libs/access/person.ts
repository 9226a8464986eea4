import type { OrganId, PersonId } from '@koujing/kernel';
import type { Role } from './access.api.js';

export interface Person {
  readonly id: PersonId;
  readonly username: string;
  readonly name: string;
  /** '' if the person takes no mail: notifications then stay in the console. */
  readonly email: string;
  readonly passwordHash: string;
  readonly disabled: boolean;
  /** Until when the password that an administrator was shown opens a session; absent once it is the person's own. */
  readonly firstPasswordUntil?: Date | null;
}

/** A role as it is granted; `organId` null means in all organs. */
export interface RoleGrant {
  readonly personId: PersonId;
  readonly organId: OrganId | null;
  readonly role: Role;
}
