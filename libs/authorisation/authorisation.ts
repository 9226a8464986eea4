import type { OrganId, PersonId } from '@koujing/kernel';
import type { ReleaseKind } from '@koujing/release';
import type { DelegableRole } from './authorisation.api.js';
import type { Term } from './term.js';

/** A main leader's word that this person may approve in his stead (Art.5(6), 14). */
export interface Authorisation extends Term {
  readonly id: string;
  readonly organId: OrganId;
  readonly grantorId: PersonId;
  readonly granteeId: PersonId;
  /** Empty: every kind. */
  readonly kinds: readonly ReleaseKind[];
  /** Words of the remit; empty: every subject. */
  readonly subjects: readonly string[];
  readonly note: string;
  readonly revokeReason: string | null;
  /** Who entered it: the leader, or the office's administrator. */
  readonly recordedBy: PersonId;
  readonly recordedAt: Date;
}

/** Someone's desk held by a colleague. */
export interface Delegation extends Term {
  readonly id: string;
  readonly organId: OrganId;
  readonly role: DelegableRole;
  readonly fromPersonId: PersonId;
  readonly toPersonId: PersonId;
  readonly reason: string;
  readonly revokeReason: string | null;
  readonly recordedAt: Date;
}

/** Does the scope reach this release? `touches` tells whether a subject of the scope is what the release is about. */
export const covers = (
  { kinds, subjects }: Pick<Authorisation, 'kinds' | 'subjects'>,
  kind: ReleaseKind,
  touches: (subject: string) => boolean,
): boolean =>
  (kinds.length === 0 || kinds.includes(kind)) && (subjects.length === 0 || subjects.some(touches));
