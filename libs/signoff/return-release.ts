import { may, refuseIfAny, type Actor } from '@koujing/access';
import { confirmableFor, reasonsToReturn, type SignOff } from './sign-off.js';
import { deskFor } from './authority.js';
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
      const { releases, signatures, signers, clock } = this.desk.parts;
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
      await signers.returned(queries, signOff, { actor, note: returned.note });
    });
  }
}

/** The step that this person would have signed. */
const stepOf = (signOff: SignOff, actor: Actor): SignatureStep => {
  const { organId, superiorOrganId } = signOff.release;
  if (may(actor, 'approver', organId).length === 0) return 'contentApproval';
  const own = signOff.chain.stages
    .flat()
    .find(
      ({ step, role }) =>
        step !== 'confirmation' && deskFor(signOff, actor, role, organId).reasons.length === 0,
    );
  if (own !== undefined) return own.step;
  const superior = superiorOrganId !== null && may(actor, 'approver', superiorOrganId).length === 0;
  if (superior && confirmableFor(signOff, actor).length === 0) return 'superiorApproval';
  return 'confirmation';
};
