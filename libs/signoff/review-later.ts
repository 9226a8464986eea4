import { refuseIfAny, type Actor } from '@koujing/access';
import { deskFor } from './authority.js';
import type { LaterReviewDeadline } from './later-review-deadline.js';
import type { Review } from './review-confidentiality.js';
import { checklistReasons, reasonsToReviewLater } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';

/** In an emergency minutes counted; the items that the short review left out are answered after the release (Art.21). */
export class ReviewLater {
  readonly reasons = reasonsToReviewLater;

  constructor(
    private readonly desk: SignOffDesk,
    private readonly deadline: LaterReviewDeadline,
  ) {}

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
