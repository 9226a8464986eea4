import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { heldRelease, type Release } from '@koujing/release';
import { scheduleRefusal } from './refusal.js';
import type { ScheduleParts } from './schedule-release.js';

/** Takes the hour back; the approval stays. Stopping a release is allowed to everyone who could have started it. */
export class CancelSchedule {
  constructor(private readonly parts: Omit<ScheduleParts, 'publish'>) {}

  reasons(release: Release, actor: Actor): readonly Reason[] {
    const allowed = (['spokesperson', 'coordinator', 'approver'] as const).some(
      (role) => may(actor, role, release.organId).length === 0,
    );
    return [
      ...(allowed ? [] : may(actor, 'spokesperson', release.organId)),
      ...(release.state === 'scheduled' ? [] : [scheduleRefusal.notScheduled]),
    ];
  }

  perform(releaseId: string, actor: Actor): Promise<Release> {
    const { database, releases, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, releaseId);
      refuseIfAny(this.reasons(release, actor));
      await audit.record(queries, {
        actor: actor.personId,
        action: 'release.cancelSchedule',
        subjectKind: 'release',
        subjectId: releaseId,
        digest: version.digest,
      });
      return releases.write(queries, releaseId, { state: 'approved', scheduledAt: null, at: clock.now() });
    });
  }
}
