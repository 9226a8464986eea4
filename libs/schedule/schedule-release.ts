import { refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import type { PublishRelease } from '@koujing/dispatch';
import { civilTime, Problem, type Clock, type Reason } from '@koujing/kernel';
import { heldRelease, type Release, type ReleaseStore } from '@koujing/release';
import { dueTime } from './due-time.js';

export interface ScheduleParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly publish: PublishRelease;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Gives an approved release its hour. The gate rules when the hour comes. */
export class ScheduleRelease {
  constructor(private readonly parts: ScheduleParts) {}

  /** Whoever may publish it now may set its hour. */
  reasons(queries: Queries, releaseId: string, actor: Actor): Promise<readonly Reason[]> {
    return this.parts.publish.reasons(queries, releaseId, actor);
  }

  /** `at` as a person wrote it, with its offset. */
  perform(releaseId: string, at: string, actor: Actor): Promise<Release> {
    const { database, releases, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const { version } = await heldRelease(releases, queries, actor, releaseId);
      const due = dueTime(at, clock.now());
      if (!due.ok) throw new Problem('badInput', [due.error]);
      refuseIfAny(await this.reasons(queries, releaseId, actor));
      await audit.record(queries, {
        actor: actor.personId,
        action: 'release.schedule',
        subjectKind: 'release',
        subjectId: releaseId,
        digest: version.digest,
        detail: { at: civilTime(due.value) },
      });
      return releases.write(queries, releaseId, {
        state: 'scheduled',
        scheduledAt: due.value,
        holdReason: null,
        at: clock.now(),
      });
    });
  }
}
