import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import type { PublishRelease } from '@koujing/dispatch';
import { civilTime, Problem, type Clock, type Reason, type Result } from '@koujing/kernel';
import { heldRelease, visibleRelease, type Release, type ReleaseStore } from '@koujing/release';
import { dueTime } from './due-time.js';
import type { ProposalStore, TimeProposal } from './proposal-store.sql.js';
import { scheduleRefusal } from './refusal.js';

export interface ScheduleParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly publish: PublishRelease;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** What the signatures of a release will be worth at an instant to come. */
interface Standing {
  missingAt(queries: Queries, releaseId: string, at: Date): Promise<readonly Reason[]>;
}

/**
 * An approval that comes at the last minute meets a proposed time that passes while the approver clicks. Adopted within
 * this, it goes out at once; the worse mistake would be a text that everybody agreed on and that expired by seconds.
 */
const graceMs = 5 * 60_000;

/** Gives an approved release its hour. The gate rules when the hour comes. */
export class ScheduleRelease {
  constructor(
    private readonly parts: ScheduleParts & {
      readonly proposals: Pick<ProposalStore, 'find'>;
      readonly ready: Standing;
    },
  ) {}

  /** Whoever may publish it now may set its hour, and so may who approves its content (Art.14(b)). */
  async reasons(queries: Queries, releaseId: string, actor: Actor): Promise<readonly Reason[]> {
    const release = await visibleRelease(this.parts.releases, queries, actor, releaseId);
    return [...maySchedule(release, actor), ...(await this.parts.publish.readiness(queries, release))];
  }

  /** `at` as a person wrote it, with its offset. */
  perform(releaseId: string, at: string, actor: Actor): Promise<Release> {
    const { database, releases, audit, clock, proposals } = this.parts;
    return database.transaction(async (queries) => {
      const { version } = await heldRelease(releases, queries, actor, releaseId);
      const proposal = await proposals.find(queries, releaseId);
      const due = hourOf(at, proposal, clock.now());
      if (!due.ok) throw new Problem('badInput', [due.error]);
      refuseIfAny(await this.reasons(queries, releaseId, actor));
      refuseIfAny(await this.#expired(queries, releaseId, due.value));
      const proposedAt = proposal === null ? {} : { proposedAt: civilTime(proposal.at) };
      await audit.record(queries, {
        actor: actor.personId,
        action: proposal?.at.getTime() === due.value.getTime() ? 'release.adoptTime' : 'release.schedule',
        subjectKind: 'release',
        subjectId: releaseId,
        digest: version.digest,
        detail: { at: civilTime(due.value), ...proposedAt },
      });
      return releases.write(queries, releaseId, {
        state: 'scheduled',
        scheduledAt: due.value,
        holdReason: null,
        at: clock.now(),
      });
    });
  }

  /** A signature that will be too old at the hour would hold it then, when nobody is there to sign anew. */
  async #expired(queries: Queries, releaseId: string, at: Date): Promise<readonly Reason[]> {
    const missing = await this.parts.ready.missingAt(queries, releaseId, at);
    return missing.length === 0 ? [] : [scheduleRefusal.expiresBefore(civilTime(at)), ...missing];
  }
}

const maySchedule = (release: Release, actor: Actor): readonly Reason[] => {
  const allowed = (['coordinator', 'approver'] as const).some(
    (role) => may(actor, role, release.organId).length === 0,
  );
  return allowed ? [] : may(actor, 'spokesperson', release.organId);
};

const hourOf = (text: string, proposal: TimeProposal | null, now: Date): Result<Date, Reason> => {
  const at = proposal?.at ?? now;
  const justPassed = at.getTime() <= now.getTime() && now.getTime() - at.getTime() <= graceMs;
  const adopts = proposal !== null && justPassed && new Date(text).getTime() === at.getTime();
  // Read as of the moment before it, so that its form is checked all the same.
  return dueTime(text, adopts ? new Date(at.getTime() - 1) : now);
};
