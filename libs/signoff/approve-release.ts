import { refuseIfAny, type Actor } from '@koujing/access';
import { reasonsToApprove } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';

export interface Approval {
  readonly releaseId: string;
  readonly digest: string;
  readonly note: string;
}

/** The main leader or who he authorised approves this content (Art.14(b)); the conflict advice is renewed beside it. */
export class ApproveRelease {
  readonly reasons = reasonsToApprove;

  constructor(private readonly desk: SignOffDesk) {}

  perform(approval: Approval, actor: Actor): Promise<void> {
    return this.desk.onDigest({ ...approval, actor }, async (queries, signOff) => {
      refuseIfAny(this.reasons(signOff, actor));
      await this.desk.sign(queries, signOff, { step: 'contentApproval', actor, note: approval.note });
      const { releases, followers, clock } = this.desk.parts;
      const { version } = signOff;
      const release = await releases.write(queries, approval.releaseId, {
        state: 'approved',
        at: clock.now(),
      });
      for (const follower of followers)
        await follower.follow(queries, { kind: 'approved', release, version, actor });
    });
  }
}
