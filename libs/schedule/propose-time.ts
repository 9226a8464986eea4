import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { civilTime, Problem, type Clock, type Reason } from '@koujing/kernel';
import {
  heldRelease,
  visibleRelease,
  type Release,
  type ReleaseState,
  type ReleaseStore,
} from '@koujing/release';
import { dueTime } from './due-time.js';
import type { ProposalStore } from './proposal-store.sql.js';
import { scheduleRefusal } from './refusal.js';

interface ProposalParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly proposals: ProposalStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Until somebody has set its hour. */
const open: ReadonlySet<ReleaseState> = new Set(['draft', 'returned', 'submitted', 'approved', 'heldByGate']);

/**
 * The drafter knows when a text should be out, and whoever answers for it decides: a proposed time is seen by the approver
 * and the spokesperson, who set it as the hour or another one. Nothing goes out by a proposal.
 */
export class ProposeTime {
  constructor(private readonly parts: ProposalParts) {}

  reasons(release: Release, actor: Actor): readonly Reason[] {
    if (!open.has(release.state)) return [scheduleRefusal.hourSettled(release.state === 'scheduled')];
    return may(actor, 'drafter', release.organId);
  }

  async reasonsFor(queries: Queries, releaseId: string, actor: Actor): Promise<readonly Reason[]> {
    return this.reasons(await visibleRelease(this.parts.releases, queries, actor, releaseId), actor);
  }

  /** `at` as a person wrote it, with its offset. */
  perform(
    releaseId: string,
    { at, why }: { readonly at: string; readonly why: string },
    actor: Actor,
  ): Promise<void> {
    const { database, releases, proposals, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, releaseId);
      const due = dueTime(at, clock.now());
      if (!due.ok) throw new Problem('badInput', [due.error]);
      refuseIfAny(this.reasons(release, actor));
      const { personId } = actor;
      await proposals.save(queries, { releaseId, at: due.value, why, personId, madeAt: clock.now() });
      await audit.record(queries, {
        actor: personId,
        action: 'release.proposeTime',
        subjectKind: 'release',
        subjectId: releaseId,
        digest: version.digest,
        detail: { at: civilTime(due.value), reason: why },
      });
    });
  }

  takeBack(releaseId: string, actor: Actor): Promise<void> {
    const { database, releases, proposals, audit } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, releaseId);
      refuseIfAny(this.reasons(release, actor));
      if ((await proposals.find(queries, releaseId)) === null) refuseIfAny([scheduleRefusal.notProposed]);
      await proposals.remove(queries, releaseId);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'release.takeBackTime',
        subjectKind: 'release',
        subjectId: releaseId,
        digest: version.digest,
      });
    });
  }
}
