import { may, refuseIfAny, sees, visibilityOf, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import { Problem, type Clock, type Reason } from '@koujing/kernel';
import type { Release, ReleaseStore } from '@koujing/release';
import type { Amendment } from './amendment.js';
import type { AmendmentStore } from './amendment-store.sql.js';
import { dispatchRefusal } from './refusal.js';

export interface ReviewParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly amendments: AmendmentStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** An approver looks afterwards at what was withdrawn in an emergency, and says in writing what he found. */
export class ReviewWithdrawal {
  constructor(private readonly parts: ReviewParts) {}

  reasons(amendment: Amendment, release: Release, actor: Actor): readonly Reason[] {
    return [
      ...(amendment.emergency ? [] : [dispatchRefusal.noReviewNeeded]),
      ...(amendment.reviewedAt === null ? [] : [dispatchRefusal.alreadyReviewed]),
      ...may(actor, 'approver', release.organId),
      ...(amendment.orderedBy === actor.personId ? [dispatchRefusal.reviewerOrdered] : []),
    ];
  }

  perform(id: string, note: string, actor: Actor): Promise<void> {
    const { database, releases, amendments, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const amendment = await amendments.find(queries, id);
      const release = amendment === null ? null : await releases.lock(queries, amendment.releaseId);
      const seen = release !== null && sees(visibilityOf(actor), { ...release, released: false });
      if (amendment === null || !seen) throw new Problem('notFound', [dispatchRefusal.amendmentNotFound]);
      const now = (await amendments.find(queries, id)) ?? amendment;
      refuseIfAny(this.reasons(now, release, actor));
      await amendments.review(queries, id, { by: actor.personId, at: clock.now(), note });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'amendment.review',
        subjectKind: 'release',
        subjectId: release.id,
        detail: { amendment: id, note },
      });
    });
  }
}
