import { holds, may, type Actor } from '@koujing/access';
import type { OrganId, Reason } from '@koujing/kernel';
import { releaseRefusal, type Release, type ReleaseVersion } from '@koujing/release';
import { checklistOf } from './checklist.js';
import { signoffRefusal } from './refusal.js';
import { inForce, type Signature, type SignatureStep } from './signature.js';

/** Everything that decides who may sign what: read once, asked many times. */
export interface SignOff {
  readonly release: Release;
  readonly version: ReleaseVersion;
  readonly signatures: readonly Signature[];
  /** Everyone who wrote a version of it. */
  readonly drafters: ReadonlySet<string>;
  /** Names of the co-organs, for the reasons. */
  readonly organName: (id: OrganId) => string;
}

export const signed = ({ signatures, version }: SignOff, step: SignatureStep, organId?: OrganId): boolean =>
  signatures.some(
    (signature) =>
      signature.step === step &&
      inForce(signature, version.digest) &&
      (organId === undefined || signature.organId === organId),
  );

/** What still has to be signed on the current digest before it may go out (Art.14, 39(6)). */
export const missingSignatures = (signOff: SignOff): readonly Reason[] => [
  ...(signed(signOff, 'confidentialityReview') ? [] : [signoffRefusal.reviewMissing]),
  ...missingConfirmations(signOff),
  ...(signed(signOff, 'contentApproval') ? [] : [signoffRefusal.approvalMissing]),
];

/** Every touched organ has confirmed this digest (Art.14(c)). */
export const missingConfirmations = (signOff: SignOff): readonly Reason[] =>
  signOff.release.jointOrganIds
    .filter((organId) => !signed(signOff, 'confirmation', organId))
    .map((organId) => signoffRefusal.confirmationMissing(signOff.organName(organId)));

const awaitingSignatures = ({ release }: SignOff): readonly Reason[] => {
  if (release.state === 'submitted') return [];
  if (release.state === 'draft' || release.state === 'returned') return [signoffRefusal.notSubmitted];
  return [releaseRefusal.wrongState(release.state)];
};

export const reasonsToReview = (signOff: SignOff, actor: Actor): readonly Reason[] => [
  ...awaitingSignatures(signOff),
  ...may(actor, 'confidentialityReviewer', signOff.release.organId),
  ...(signOff.drafters.has(actor.personId) ? [signoffRefusal.reviewerIsDrafter] : []),
  ...(signed(signOff, 'confidentialityReview') ? [signoffRefusal.alreadyReviewed] : []),
];

/** The co-organs that this person may confirm for. */
export const confirmableFor = ({ release }: SignOff, actor: Actor): readonly OrganId[] =>
  release.jointOrganIds.filter(
    (organId) => may(actor, 'coSigner', organId).length === 0 || may(actor, 'approver', organId).length === 0,
  );

export const reasonsToConfirm = (signOff: SignOff, actor: Actor, organId?: OrganId): readonly Reason[] => {
  const organs = confirmableFor(signOff, actor).filter(
    (candidate) => organId === undefined || candidate === organId,
  );
  const open = organs.filter((candidate) => !signed(signOff, 'confirmation', candidate));
  return [
    ...awaitingSignatures(signOff),
    ...(organs.length === 0 ? [signoffRefusal.notConcerned] : []),
    ...(signOff.drafters.has(actor.personId) ? [signoffRefusal.confirmerIsDrafter] : []),
    ...(organs.length > 0 && open.length === 0 ? [signoffRefusal.alreadyConfirmed] : []),
  ];
};

export const reasonsToApprove = (signOff: SignOff, actor: Actor): readonly Reason[] => [
  ...awaitingSignatures(signOff),
  ...may(actor, 'approver', signOff.release.organId),
  ...(signOff.drafters.has(actor.personId) ? [signoffRefusal.approverIsDrafter] : []),
  ...(signed(signOff, 'confidentialityReview') ? [] : [signoffRefusal.reviewMissing]),
  ...missingConfirmations(signOff),
];

/** Whoever may sign may instead return it; an approver may also take back what waits for its release. */
export const reasonsToReturn = (signOff: SignOff, actor: Actor): readonly Reason[] => {
  const { state, organId } = signOff.release;
  const approver = may(actor, 'approver', organId);
  if (state !== 'submitted') {
    const waits = state === 'approved' || state === 'scheduled' || state === 'heldByGate';
    return waits ? approver : [releaseRefusal.wrongState(state)];
  }
  const signs = approver.length === 0 || may(actor, 'confidentialityReviewer', organId).length === 0;
  return signs || confirmableFor(signOff, actor).length > 0 || holds(actor, 'coordinator') ? [] : approver;
};

/** Every item answered with yes, and no item that is not on the list. */
export const checklistReasons = (
  release: Release,
  items: Readonly<Record<string, boolean>>,
): readonly Reason[] => {
  const checklist = checklistOf(release.kind);
  const allowed = checklist.map(({ item }) => item);
  const open = checklist.filter(({ item }) => items[item] !== true).map(({ label }) => label);
  return [
    ...Object.keys(items)
      .filter((item) => !allowed.includes(item))
      .map((item) => signoffRefusal.unknownItem(item, allowed)),
    ...(open.length === 0 ? [] : [signoffRefusal.itemsOpen(open, allowed)]),
  ];
};
