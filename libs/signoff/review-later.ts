import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { deskFor } from './authority.js';
import type { LaterReviewDeadline } from './later-review-deadline.js';
import { signoffRefusal } from './refusal.js';
import type { Review } from './review-confidentiality.js';
import { checklistReasons, signed, type SignOff } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';

/** In an emergency minutes counted; the items that the short review left out are answered after the release (Art.21). */
export class ReviewLater {
  constructor(
    private readonly desk: SignOffDesk,
    private readonly deadline: LaterReviewDeadline,
  ) {}

  reasons(signOff: SignOff, actor: Actor): readonly Reason[] {
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
  }

  perform(review: Review, actor: Actor): Promise<void> {
    return this.desk.onDigest({ ...review, actor }, async (queries, signOff) => {
      refuseIfAny(this.reasons(signOff, actor));
      refuseIfAny(checklistReasons(signOff.checklist, review.items));
      const { note, items } = review;
      const { onBehalfOf } = deskFor(signOff, actor, 'confidentialityReviewer', signOff.release.organId);
      await this.desk.sign(queries, signOff, { step: 'laterReview', actor, note, items, onBehalfOf });
      await this.deadline.reviewed(queries, signOff.release, actor.personId);
    });
  }
}
