import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { deskFor } from './authority.js';
import { reasonsToSign, signed, type SignOff } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';
import { reviewStepSchema, type ReviewStep } from './signoff.api.js';

export interface TextReview {
  readonly releaseId: string;
  readonly digest: string;
  readonly step: ReviewStep;
  readonly note: string;
}

/** 初审, 复审 or 终审, where the city's chain asks for them (三审三校). */
export class ReviewText {
  constructor(private readonly desk: SignOffDesk) {}

  reasons(signOff: SignOff, actor: Actor, step: ReviewStep): readonly Reason[] {
    return reasonsToSign(signOff, actor, step);
  }

  /** Of the review that is next: one button serves all of them. */
  reasonsNow(signOff: SignOff, actor: Actor): readonly Reason[] {
    return this.reasons(signOff, actor, nextReview(signOff) ?? 'firstReview');
  }

  perform(review: TextReview, actor: Actor): Promise<void> {
    const { step, note } = review;
    return this.desk.onDigest({ ...review, actor }, async (queries, signOff) => {
      refuseIfAny(this.reasons(signOff, actor, step));
      const role = signOff.chain.stages.flat().find((each) => each.step === step)?.role ?? 'reviewer';
      const { onBehalfOf } = deskFor(signOff, actor, role, signOff.release.organId);
      await this.desk.sign(queries, signOff, { step, actor, note, onBehalfOf });
    });
  }
}

/** The first review of the chain that is not signed yet; null if there is none. */
export const nextReview = (signOff: SignOff): ReviewStep | null => {
  const steps = signOff.chain.stages.flat().map(({ step }) => step);
  return (
    reviewStepSchema.options.find((review) => steps.includes(review) && !signed(signOff, review)) ?? null
  );
};
