import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import type { Clock, Reason } from '@koujing/kernel';
import {
  heldRelease,
  isOut,
  visibleRelease,
  type Release,
  type ReleaseFollower,
  type ReleaseStore,
  type ReleaseVersion,
} from '@koujing/release';
import type { AmendmentNotices } from './amendment-notices.sql.js';
import type { OrderAmendment } from './order-amendment.js';
import { dispatchRefusal } from './refusal.js';

export interface WithdrawalParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly followers: readonly ReleaseFollower[];
  /** Takes the release out of what later ones are compared with. */
  readonly gate: { forget(queries: Queries): Promise<number> };
  readonly amend: OrderAmendment;
  readonly audit: AuditTrail;
  readonly notices: AmendmentNotices;
  readonly clock: Clock;
}

/** Why it is withdrawn; `emergency` when a spokesperson acts because no approver can be reached. */
export interface Withdrawal {
  readonly reason: string;
  readonly emergency: boolean;
}

/**
 * Takes back what is out, on every channel that received it. It needs the authority that let it out: an approver of the
 * organ, or a coordinator. A spokesperson may do it in an emergency; an approver looks at it afterwards.
 */
export class WithdrawPublished {
  constructor(private readonly parts: WithdrawalParts) {}

  /** Pure. Without `emergency`: what the console asks before anybody has said so. */
  reasons(release: Release, actor: Actor, emergency = true): readonly Reason[] {
    if (!isOut(release)) return [dispatchRefusal.notOut(release.state)];
    if (hasAuthority(actor, release)) return [];
    const spokesperson = may(actor, 'spokesperson', release.organId);
    if (spokesperson.length > 0) return may(actor, 'approver', release.organId);
    return emergency ? [] : [dispatchRefusal.emergencyOnly];
  }

  /** For the page of the release. */
  async reasonsFor(queries: Queries, releaseId: string, actor: Actor): Promise<readonly Reason[]> {
    return this.reasons(await visibleRelease(this.parts.releases, queries, actor, releaseId), actor);
  }

  perform(releaseId: string, withdrawal: Withdrawal, actor: Actor): Promise<number> {
    const { database, releases } = this.parts;
    return database.transaction(async (queries) => {
      const { release } = await heldRelease(releases, queries, actor, releaseId);
      refuseIfAny(this.reasons(release, actor, withdrawal.emergency));
      return this.within(queries, release, withdrawal, actor);
    });
  }

  /** The same inside another action's transaction; the caller holds the release and has asked `reasons`. */
  async within(queries: Queries, held: Release, withdrawal: Withdrawal, actor: Actor): Promise<number> {
    const { releases, followers, audit, amend, gate, notices, clock } = this.parts;
    const version = await this.#published(queries, held);
    const emergency = withdrawal.emergency && !hasAuthority(actor, held);
    const gateSeq = await gate.forget(queries);
    const release = await releases.write(queries, held.id, {
      state: 'withdrawn',
      holdReason: withdrawal.reason,
      scheduledAt: null,
      gateSeq,
      at: clock.now(),
    });
    for (const follower of followers)
      await follower.follow(queries, { kind: 'withdrawn', release, version, actor });
    const { reason } = withdrawal;
    const orderedBy = actor.personId;
    const rows = await amend.order(queries, {
      kind: 'withdraw',
      release,
      version,
      reason,
      orderedBy,
      emergency,
    });
    await audit.record(queries, {
      actor: actor.personId,
      action: 'release.withdrawPublished',
      subjectKind: 'release',
      subjectId: held.id,
      digest: version.digest,
      detail: { reason, emergency, version: version.version, deliveries: rows },
    });
    await notices.tellOfWithdrawal(queries, release, { reason, emergency, by: actor.name });
    return rows;
  }

  async #published(queries: Queries, release: Release): Promise<ReleaseVersion> {
    const { id, releasedVersion } = release;
    const version =
      releasedVersion === null ? null : await this.parts.releases.version(queries, id, releasedVersion);
    if (version === null) throw new Error(`release ${id} lacks the version that is out`);
    return version;
  }
}

const hasAuthority = (actor: Actor, { organId }: Release): boolean =>
  may(actor, 'approver', organId).length === 0 || may(actor, 'coordinator', organId).length === 0;
