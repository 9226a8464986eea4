import type { OrganId, PersonId, ReleaseId } from '@koujing/kernel';
import type { Detail, RegisterName } from './register.api.js';

export type { Detail, RegisterName } from './register.api.js';

/** The clock of the half-yearly bulletin (Art.42). */
export const bulletinRule = 'halfYearBulletin';

/** The clock of looking again at what is not public (信息公开条例 Art.18). */
export const nonPublicationRule = 'nonPublicationReview';

/** One line of a register. It is written once: a change is a new line that replaces it. */
export interface RegisterEntry<Name extends RegisterName = RegisterName> {
  readonly id: string;
  readonly register: Name;
  readonly organId: OrganId;
  readonly key: string;
  readonly releaseId: ReleaseId | null;
  readonly detail: Detail<Name>;
  readonly recordedBy: PersonId;
  readonly recordedAt: Date;
  readonly retiredBy: PersonId | null;
  readonly retiredAt: Date | null;
  readonly retiredReason: string | null;
}
