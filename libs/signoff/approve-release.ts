import { refuseIfAny, stepUpReasons, type Actor } from '@koujing/access';
import type { OrganId } from '@koujing/kernel';
import { authorityOver } from './authority.js';
import { reasonsToSign, type SignOff } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';

export interface Approval {
  readonly releaseId: string;
  readonly digest: string;
  readonly note: string;
}

/**
 * The main leader or who he authorised approves this content (Art.14(b)), or the superior that it was sent up to does
 * (Art.14(d)). It is the last word, so the password must have been entered lately; the page does not tell that among its
 * reasons, because the console asks for it.
 */
export class ApproveRelease {
  constructor(
    private readonly desk: SignOffDesk,
    private readonly step: 'contentApproval' | 'superiorApproval' = 'contentApproval',
  ) {}

  readonly reasons = (signOff: SignOff, actor: Actor) => reasonsToSign(signOff, actor, this.step);

  perform(approval: Approval, actor: Actor): Promise<void> {
    return this.desk.onDigest({ ...approval, actor }, async (queries, signOff) => {
      refuseIfAny(this.reasons(signOff, actor));
      const { rules } = this.desk.parts;
      refuseIfAny(stepUpReasons(actor, signOff.now, rules.signOff.stepUpMinutes.value));
      const organId = this.#organOf(signOff);
      const { authorisationId } = authorityOver(signOff, actor, organId);
      const given = { step: this.step, actor, note: approval.note, organId, authorisationId };
      await this.desk.sign(queries, signOff, given);
    });
  }

  #organOf({ release }: SignOff): OrganId {
    return this.step === 'superiorApproval' ? (release.superiorOrganId ?? release.organId) : release.organId;
  }
}
