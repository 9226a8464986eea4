import type { Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { requirementsOf } from './chain.js';
import {
  confirmableFor,
  deskReasons,
  reasonsToConfirm,
  reasonsToReviewLater,
  reasonsToSign,
  signed,
} from './sign-off.js';
import type { SignOff } from './sign-off-case.js';
import type { SignatureStep } from './signature.js';

/** The step of a release that is put to a person; it waits for this person where nothing stands against it. */
export interface Decision {
  readonly step: SignatureStep;
  readonly reasons: readonly Reason[];
}

/**
 * The first step of the chain that this person may sign now. Where there is none: the step of the desk at which they sit,
 * the open one before the signed, with the reasons why it is not theirs now; last the leader's word, which every release needs.
 */
export const decisionOf = (signOff: SignOff, actor: Actor): Decision => {
  const steps = stepsOf(signOff);
  const decisions = steps.map((step) => ({ step, reasons: reasonsFor(signOff, actor, step) }));
  const held = decisions.filter(({ step }) => holdsDesk(signOff, actor, step));
  return (
    decisions.find(({ reasons }) => reasons.length === 0) ??
    held.find(({ step }) => !signed(signOff, step)) ??
    held.at(-1) ?? { step: 'contentApproval', reasons: reasonsFor(signOff, actor, 'contentApproval') }
  );
};

const stepsOf = ({ chain, release }: SignOff): readonly SignatureStep[] => [
  ...new Set([...requirementsOf(chain, release), ...chain.later].map(({ step }) => step)),
];

const reasonsFor = (signOff: SignOff, actor: Actor, step: SignatureStep): readonly Reason[] => {
  if (step === 'confirmation') return reasonsToConfirm(signOff, actor);
  if (step === 'laterReview') return reasonsToReviewLater(signOff, actor);
  return reasonsToSign(signOff, actor, step);
};

const holdsDesk = (signOff: SignOff, actor: Actor, step: SignatureStep): boolean => {
  if (step === 'confirmation') return confirmableFor(signOff, actor).length > 0;
  const { organId } = signOff.release;
  const asked =
    requirementsOf(signOff.chain, signOff.release).find((each) => each.step === step) ??
    signOff.chain.later.map((later) => ({ ...later, organId })).find((each) => each.step === step);
  return asked !== undefined && deskReasons(signOff, actor, asked).length === 0;
};
