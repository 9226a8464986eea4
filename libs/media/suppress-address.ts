import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { mailboxKey } from '@koujing/kernel';
import type { SuppressInput } from './media.api.js';
import type { SuppressionCause } from './media.js';
import type { MediaParts, SuppressionFollower } from './media-parts.js';
import { mayEditMedia } from './may-edit-media.js';
import { causeWords } from './cause-words.js';

/** One stop, whoever orders it: a person, a bounce, the recipient. */
export interface Stop {
  readonly address: string;
  readonly cause: SuppressionCause;
  readonly detail: string;
  /** A person's id, or `system:<part>`. */
  readonly by: string;
}

/** Stops an address: nothing is planned for it any more, and what is not sent yet is not sent. */
export class SuppressAddress {
  constructor(
    private readonly parts: MediaParts,
    private readonly followers: readonly SuppressionFollower[],
  ) {}

  reasons = mayEditMedia;

  /** By hand. */
  perform({ address, reason }: SuppressInput, actor: Actor): Promise<void> {
    refuseIfAny(this.reasons(actor));
    return this.parts.database.transaction(async (queries) => {
      await this.apply(queries, { address, cause: 'byHand', detail: reason, by: actor.personId });
    });
  }

  /** In the caller's transaction. An address that is stopped already keeps its first cause: false. */
  async apply(queries: Queries, { address, cause, detail, by }: Stop): Promise<boolean> {
    const { suppressions, audit, clock } = this.parts;
    const stop = { address, cause, detail, createdBy: by, createdAt: clock.now() };
    if (!(await suppressions.add(queries, stop))) return false;
    await audit.record(queries, {
      actor: by,
      action: 'media.suppress',
      subjectKind: 'mailAddress',
      subjectId: mailboxKey(address),
      detail: { cause, detail },
    });
    for (const follower of this.followers) await follower.suppressed(queries, address, causeWords(cause));
    return true;
  }
}
