import { inOffice, may, type Actor } from '@koujing/access';
import type { OrganId, Reason } from '@koujing/kernel';
import { releaseRefusal } from '@koujing/release';
import { authorityOver, deskFor } from './authority.js';
import { requirementsOf, type Requirement } from './chain.js';
import type { ChecklistItem } from './checklist.js';
import { signoffRefusal } from './refusal.js';
import type { SignOff } from './sign-off-case.js';
import { inForce, type Signature, type SignatureStep } from './signature.js';

export type { SignOff } from './sign-off-case.js';

const dayMs = 24 * 3_600_000;

/** What went out was signed in time; before that a signature grows old. */
const tooOld = ({ release, signatureDays, now }: SignOff, { signedAt }: Signature): boolean =>
  signatureDays !== null &&
  release.state !== 'released' &&
  release.state !== 'withdrawn' &&
  now.getTime() - signedAt.getTime() >= signatureDays * dayMs;

const onDigest = (signOff: SignOff, step: SignatureStep, organId?: OrganId): readonly Signature[] =>
  signOff.signatures.filter(
    (signature) =>
      signature.step === step &&
      inForce(signature, signOff.version.digest) &&
      (organId === undefined || signature.organId === organId),
  );

export const signed = (signOff: SignOff, step: SignatureStep, organId?: OrganId): boolean =>
  onDigest(signOff, step, organId).some((signature) => !tooOld(signOff, signature));

/** What still has to be signed on the current digest before it may go out (Art.14, 39(6)), in the order of the chain. */
export const missingSignatures = (signOff: SignOff): readonly Reason[] =>
  requirementsOf(signOff.chain, signOff.release).flatMap((requirement) => missing(signOff, requirement));

export const missing = (signOff: SignOff, { step, organId }: Requirement): readonly Reason[] => {
  if (signed(signOff, step, organId)) return [];
  if (onDigest(signOff, step, organId).length > 0)
    return [signoffRefusal.signatureExpired(step, signOff.signatureDays ?? 0)];
  switch (step) {
    case 'confirmation':
      return [signoffRefusal.confirmationMissing(signOff.organName(organId))];
    case 'confidentialityReview':
      return [signoffRefusal.reviewMissing];
    case 'contentApproval':
      return [signoffRefusal.approvalMissing];
    case 'superiorApproval':
      return [signoffRefusal.superiorMissing(signOff.organName(organId))];
    default:
      return [signoffRefusal.stepMissing(step)];
  }
};

/** What the stages before this one still lack. */
export const missingBefore = (signOff: SignOff, stage: number): readonly Reason[] =>
  requirementsOf(signOff.chain, signOff.release)
    .filter((requirement) => requirement.stage < stage)
    .flatMap((requirement) => missing(signOff, requirement));

export const awaitingSignatures = ({ release }: SignOff): readonly Reason[] => {
  if (release.state === 'submitted') return [];
  if (release.state === 'draft' || release.state === 'returned') return [signoffRefusal.notSubmitted];
  return [releaseRefusal.wrongState(release.state)];
};

/** Nobody signs what he wrote; where the chain says so, nobody signs two steps either. */
const personReasons = (signOff: SignOff, actor: Actor, step: SignatureStep): readonly Reason[] => {
  const other = signOff.signatures.find(
    (signature) =>
      inForce(signature, signOff.version.digest) &&
      signature.step !== step &&
      (signature.personId === actor.personId || signature.onBehalfOf === actor.personId),
  );
  return [
    ...(signOff.drafters.has(actor.personId) ? [signoffRefusal.drafterSigns(step)] : []),
    ...(signOff.chain.distinctPersons && other !== undefined
      ? [signoffRefusal.signedAnother(other.step)]
      : []),
  ];
};

/** Why this step is not this person's, now or ever. */
export const deskReasons = (
  signOff: SignOff,
  actor: Actor,
  { step, role, organId }: Pick<Requirement, 'step' | 'role' | 'organId'>,
): readonly Reason[] =>
  step === 'contentApproval' || step === 'superiorApproval'
    ? authorityOver(signOff, actor, organId).reasons
    : deskFor(signOff, actor, role, organId).reasons;

/** Why this person may not sign this step of the release's own organ now. */
export const reasonsToSign = (signOff: SignOff, actor: Actor, step: SignatureStep): readonly Reason[] => {
  const { release } = signOff;
  const requirement = requirementsOf(signOff.chain, release).find((each) => each.step === step);
  if (requirement === undefined) return [signoffRefusal.stepNotAsked(step)];
  const { organId, stage } = requirement;
  return [
    ...awaitingSignatures(signOff),
    ...deskReasons(signOff, actor, requirement),
    ...personReasons(signOff, actor, step),
    ...(signed(signOff, step, organId) ? [signoffRefusal.alreadySigned(step)] : []),
    ...missingBefore(signOff, stage),
  ];
};

export const reasonsToReview = (signOff: SignOff, actor: Actor): readonly Reason[] =>
  reasonsToSign(signOff, actor, 'confidentialityReview');

export const reasonsToApprove = (signOff: SignOff, actor: Actor): readonly Reason[] =>
  reasonsToSign(signOff, actor, 'contentApproval');

/** Why this person may not do the later review now. */
export const reasonsToReviewLater = (signOff: SignOff, actor: Actor): readonly Reason[] => {
  const { release, chain, drafters } = signOff;
  const step = chain.later.find((each) => each.step === 'laterReview');
  if (step === undefined) return [signoffRefusal.stepNotAsked('laterReview')];
  const out =
    release.state === 'released' || (release.state === 'withdrawn' && release.releasedVersion !== null);
  return [
    ...(out ? [] : [signoffRefusal.notOutYet]),
    ...deskFor(signOff, actor, step.role, release.organId).reasons,
    ...(drafters.has(actor.personId) ? [signoffRefusal.drafterSigns('laterReview')] : []),
    ...(signed(signOff, 'laterReview') ? [signoffRefusal.alreadySigned('laterReview')] : []),
  ];
};

/** The co-organs that this person may confirm for. */
export const confirmableFor = (signOff: SignOff, actor: Actor): readonly OrganId[] =>
  signOff.release.jointOrganIds.filter(
    (organId) =>
      deskFor(signOff, actor, 'coSigner', organId).reasons.length === 0 ||
      may(actor, 'approver', organId).length === 0,
  );

export const reasonsToConfirm = (signOff: SignOff, actor: Actor, organId?: OrganId): readonly Reason[] => {
  const organs = confirmableFor(signOff, actor).filter(
    (candidate) => organId === undefined || candidate === organId,
  );
  const open = organs.filter((candidate) => !signed(signOff, 'confirmation', candidate));
  const stage = requirementsOf(signOff.chain, signOff.release).find(
    ({ step }) => step === 'confirmation',
  )?.stage;
  return [
    ...awaitingSignatures(signOff),
    ...(organs.length === 0 ? [signoffRefusal.notConcerned] : []),
    ...personReasons(signOff, actor, 'confirmation'),
    ...(organs.length > 0 && open.length === 0 ? [signoffRefusal.alreadyConfirmed] : []),
    ...(stage === undefined ? [] : missingBefore(signOff, stage)),
  ];
};

/** Whoever may sign may instead return it; an approver may also take back what waits for its release. */
export const reasonsToReturn = (signOff: SignOff, actor: Actor): readonly Reason[] => {
  const { state, organId, superiorOrganId } = signOff.release;
  const approver = may(actor, 'approver', organId);
  if (state !== 'submitted') {
    const waits = state === 'approved' || state === 'scheduled' || state === 'heldByGate';
    return waits ? approver : [releaseRefusal.wrongState(state)];
  }
  const signs =
    approver.length === 0 ||
    (superiorOrganId !== null && may(actor, 'approver', superiorOrganId).length === 0) ||
    signOff.chain.stages
      .flat()
      .some(
        ({ step, role }) =>
          step !== 'confirmation' && deskFor(signOff, actor, role, organId).reasons.length === 0,
      ) ||
    authorityOver(signOff, actor, organId).reasons.length === 0;
  return signs || confirmableFor(signOff, actor).length > 0 || inOffice(actor, 'coordinator') ? [] : approver;
};

/** Every item answered with yes, and no item that is not on the list. */
export const checklistReasons = (
  checklist: readonly ChecklistItem[],
  items: Readonly<Record<string, boolean>>,
): readonly Reason[] => {
  const allowed = checklist.map(({ item }) => item);
  const open = checklist.filter(({ item }) => items[item] !== true).map(({ title }) => title);
  return [
    ...Object.keys(items)
      .filter((item) => !allowed.includes(item))
      .map((item) => signoffRefusal.unknownItem(item, allowed)),
    ...(open.length === 0 ? [] : [signoffRefusal.itemsOpen(open, allowed)]),
  ];
};
