import { refuseIfAny, type Actor } from '@koujing/access';
import { deskFor } from './authority.js';
import { checklistBefore } from './checklist.js';
import { checklistReasons, reasonsToReview } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';

export interface Review {
  readonly releaseId: string;
  readonly digest: string;
  readonly items: Readonly<Record<string, boolean>>;
  readonly note: string;
}

/** The confidentiality review, item by item; nobody can skip it, not even in an emergency. */
export class ReviewConfidentiality {
  readonly reasons = reasonsToReview;

  constructor(private readonly desk: SignOffDesk) {}

  perform(review: Review, actor: Actor): Promise<void> {
    return this.desk.onDigest({ ...review, actor }, async (queries, signOff) => {
      refuseIfAny(this.reasons(signOff, actor));
      refuseIfAny(checklistReasons(checklistBefore(signOff.checklist, signOff.chain), review.items));
      const { note, items } = review;
      const { onBehalfOf } = deskFor(signOff, actor, 'confidentialityReviewer', signOff.release.organId);
      await this.desk.sign(queries, signOff, {
        step: 'confidentialityReview',
        actor,
        note,
        items,
        onBehalfOf,
      });
    });
  }
}
