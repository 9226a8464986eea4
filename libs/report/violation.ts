import type { OrganId, PersonId } from '@koujing/kernel';
import type { Consequence, EvidenceView, ViolationKind, ViolationState } from './violation.api.js';

/** A case of Art.39: an act that was established, and what a person recorded of its consequence. */
export interface Violation {
  readonly id: string;
  readonly kind: ViolationKind;
  readonly actKey: string;
  readonly organId: OrganId;
  readonly title: string;
  readonly link: string;
  readonly act: string;
  readonly actEn: string;
  readonly article: string;
  readonly occurredAt: Date;
  readonly establishedAt: Date;
  readonly byReference: boolean;
  readonly state: ViolationState;
  readonly evidence: readonly EvidenceView[];
  readonly evidenceDigest: string;
  readonly consequence: Consequence | null;
  readonly consequenceText: string;
  readonly consequenceBy: PersonId | null;
  readonly consequenceAt: Date | null;
  readonly endedBy: PersonId | null;
  readonly endedAt: Date | null;
  readonly endNote: string;
}

export const isEnded = ({ state }: Pick<Violation, 'state'>): boolean =>
  state === 'closed' || state === 'dismissed';
