import type { OrganId, PersonId, ReleaseId, SignatureId } from '@koujing/kernel';
import type { SignatureStep } from './signoff.api.js';

export type { SignatureStep } from './signoff.api.js';

/** A person's word for an organ on one digest. Never changed; only voided. */
export interface Signature {
  readonly id: SignatureId;
  readonly releaseId: ReleaseId;
  readonly version: number;
  readonly digest: string;
  readonly step: SignatureStep;
  readonly organId: OrganId;
  readonly personId: PersonId;
  /** The colleague whose desk this person held. */
  readonly onBehalfOf: PersonId | null;
  /** What the approval rests on; null by office. */
  readonly authorisationId: string | null;
  readonly decision: 'agree' | 'return';
  readonly note: string;
  /** Item of the checklist → confirmed; empty for the other steps. */
  readonly items: Readonly<Record<string, boolean>>;
  readonly signedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

/** In force on this digest: agreed, not voided, and for exactly this content. */
export const inForce = (signature: Signature, digest: string): boolean =>
  signature.decision === 'agree' && signature.voidedAt === null && signature.digest === digest;
