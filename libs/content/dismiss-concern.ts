import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock, OrganId, Reason } from '@koujing/kernel';
import { heldRelease, releaseRefusal, type Release, type ReleaseStore } from '@koujing/release';
import type { CheckContent } from './check-content.js';
import type { ConcernStore } from './concern-store.sql.js';
import { contentRefusal } from './refusal.js';

export interface DismissParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly concerns: ConcernStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** The drafter says why an organ that the text touches need not confirm; the approver sees it on the page (Art.14(c)). */
export class DismissConcern {
  constructor(
    private readonly parts: DismissParts,
    private readonly check: CheckContent,
  ) {}

  /** Once it is with the reviewers they must see what they judge: it is dismissed before, or the release is returned. */
  reasons(release: Release, actor: Actor): readonly Reason[] {
    const drafting = release.state === 'draft' || release.state === 'returned';
    return drafting ? may(actor, 'drafter', release.organId) : [releaseRefusal.wrongState(release.state)];
  }

  async perform(
    dismissed: { readonly releaseId: string; readonly organId: OrganId; readonly reason: string },
    actor: Actor,
  ): Promise<void> {
    const { database, releases, concerns, audit, clock } = this.parts;
    const { releaseId, organId, reason } = dismissed;
    await database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, releaseId);
      refuseIfAny(this.reasons(release, actor));
      const { concerned } = await this.check.findings(queries, release, version);
      const known = concerned.find((concern) => concern.organId === organId && concern.state !== 'joint');
      refuseIfAny(known === undefined ? [contentRefusal.notConcerned] : []);
      await concerns.save(queries, {
        ...{ releaseId, organId, reason, digest: version.digest },
        passages: known?.passages ?? [],
        dismissedBy: actor.personId,
        dismissedAt: clock.now(),
      });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'release.dismissConcern',
        subjectKind: 'release',
        subjectId: releaseId,
        digest: version.digest,
        detail: { organId, reason },
      });
    });
  }
}
