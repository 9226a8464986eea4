import type { Actor, Role } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
import type { WaitingReleases } from '@koujing/release';
import type { ApproveRelease } from './approve-release.js';
import type { ReviewLater } from './review-later.js';
import type { ReviewText } from './review-text.js';
import { reasonsToApprove, reasonsToConfirm, reasonsToReview, type SignOff } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';
import { askedReleases, ownReleases } from './waiting.sql.js';

interface WaitingParts {
  readonly desk: SignOffDesk;
  readonly reviewText: Pick<ReviewText, 'reasonsNow'>;
  readonly approveAsSuperior: Pick<ApproveRelease, 'reasons'>;
  readonly reviewLater: Pick<ReviewLater, 'reasons'>;
}

/** Whoever has none of them signs nothing, and is spared the question. */
const signers: ReadonlySet<Role> = new Set([
  'coSigner',
  'reviewer',
  'confidentialityReviewer',
  'approver',
  'principalLeader',
]);

/**
 * What waits for a person (等我处理): of what was handed in exactly that which they may sign at this moment, by the same
 * reasons as the buttons of the release's page; a step whose turn has not come waits for somebody else.
 */
export class WaitingFor implements WaitingReleases {
  constructor(private readonly parts: WaitingParts) {}

  async idsFor(queries: Queries, actor: Actor): Promise<readonly ReleaseId[]> {
    const signing: ReleaseId[] = [];
    for (const id of await this.#asked(queries, actor))
      if (await this.#maySign(queries, id, actor)) signing.push(id);
    return [...(await ownReleases(queries, actor)), ...signing];
  }

  async #asked(queries: Queries, actor: Actor): Promise<readonly ReleaseId[]> {
    const { delegations } = this.parts.desk.parts;
    const held = actor.grants.flatMap(({ organId }) => organId ?? []);
    const desks = await delegations.inForce(queries, held, this.parts.desk.parts.clock.now());
    const seats = actor.grants.filter(({ role }) => signers.has(role));
    return askedReleases(queries, {
      all: seats.some(({ organId }) => organId === null),
      organIds: [
        ...seats.flatMap(({ organId }) => organId ?? []),
        ...desks.filter(({ toPersonId }) => toPersonId === actor.personId).map(({ organId }) => organId),
      ],
    });
  }

  async #maySign(queries: Queries, id: ReleaseId, actor: Actor): Promise<boolean> {
    const { releases } = this.parts.desk.parts;
    const release = await releases.find(queries, id);
    const version = release === null ? null : await releases.version(queries, id, release.version);
    if (release === null || version === null) return false;
    const signOff = await this.parts.desk.read(queries, release, version);
    return this.#steps(signOff, actor).some((reasons) => reasons.length === 0);
  }

  #steps(signOff: SignOff, actor: Actor) {
    return [
      reasonsToConfirm(signOff, actor),
      this.parts.reviewText.reasonsNow(signOff, actor),
      reasonsToReview(signOff, actor),
      reasonsToApprove(signOff, actor),
      this.parts.approveAsSuperior.reasons(signOff, actor),
      this.parts.reviewLater.reasons(signOff, actor),
    ];
  }
}
