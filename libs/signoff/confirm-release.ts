import { refuseIfAny, type Actor } from '@koujing/access';
import type { OrganId } from '@koujing/kernel';
import { deskFor } from './authority.js';
import { confirmableFor, reasonsToConfirm, signed } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';

export interface Confirmation {
  readonly releaseId: string;
  readonly digest: string;
  /** For whom, if the person may sign for several co-organs. */
  readonly organId?: OrganId;
  readonly note: string;
}

/** A co-organ of a joint release confirms exactly this content (Art.14(c)). */
export class ConfirmRelease {
  readonly reasons = reasonsToConfirm;

  constructor(private readonly desk: SignOffDesk) {}

  perform(confirmation: Confirmation, actor: Actor): Promise<void> {
    const { organId, note } = confirmation;
    return this.desk.onDigest({ ...confirmation, actor }, async (queries, signOff) => {
      refuseIfAny(this.reasons(signOff, actor, organId));
      const organs = organId === undefined ? confirmableFor(signOff, actor) : [organId];
      for (const organ of organs.filter((candidate) => !signed(signOff, 'confirmation', candidate))) {
        const { onBehalfOf } = deskFor(signOff, actor, 'coSigner', organ);
        await this.desk.sign(queries, signOff, {
          step: 'confirmation',
          actor,
          note,
          organId: organ,
          onBehalfOf,
        });
      }
    });
  }
}
