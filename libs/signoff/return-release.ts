import { may, refuseIfAny, type Actor } from '@koujing/access';
import { reasonsToReturn, type SignOff } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';
import type { SignatureStep } from './signature.js';

export interface Return {
  readonly releaseId: string;
  readonly digest: string;
  readonly note: string;
}

/** Sends the release back to its drafter with a reason; what was signed on it no longer counts. */
export class ReturnRelease {
  readonly reasons = reasonsToReturn;

  constructor(private readonly desk: SignOffDesk) {}

  perform(returned: Return, actor: Actor): Promise<void> {
    return this.desk.onDigest({ ...returned, actor }, async (queries, signOff) => {
      refuseIfAny(this.reasons(signOff, actor));
      const { releases, signatures, clock } = this.desk.parts;
      const at = clock.now();
      await signatures.voidOthers(queries, signOff.release, null, { at, text: `退回：${returned.note}` });
      const step = stepOf(signOff, actor);
      await this.desk.sign(queries, signOff, { step, actor, note: returned.note, decision: 'return' });
      await releases.write(queries, returned.releaseId, {
        state: 'returned',
        scheduledAt: null,
        holdReason: null,
        at,
      });
    });
  }
}

const stepOf = ({ release }: SignOff, actor: Actor): SignatureStep => {
  if (may(actor, 'approver', release.organId).length === 0) return 'contentApproval';
  return may(actor, 'confidentialityReviewer', release.organId).length === 0
    ? 'confidentialityReview'
    : 'confirmation';
};
