import type { Queries } from '@koujing/database';
import type { EndDeadline, StartDeadline } from '@koujing/deadline';
import type { Release, ReleaseChange, ReleaseFollower } from '@koujing/release';

const rule = 'routineRelease';

/**
 * Art.19: routine information goes out within ten working days once its content is approved. Emergencies and hot
 * topics have clocks of their own, which their incident or matter starts.
 */
export class ReleaseDeadline implements ReleaseFollower {
  constructor(
    private readonly start: StartDeadline,
    private readonly end: EndDeadline,
  ) {}

  /** Approval starts it; an edit voids the approval, and a withdrawal ends the duty. */
  async follow(queries: Queries, { kind, release, actor }: ReleaseChange): Promise<void> {
    const subject = { kind: 'release', id: release.id };
    if (kind === 'approved' && release.kind === 'routine')
      await this.start.perform(queries, {
        rule,
        subject,
        organId: release.organId,
        title: release.title,
        link: `/releases/${release.id}`,
        eventAt: release.updatedAt,
        actor: actor.personId,
      });
    if (kind === 'revised' || kind === 'withdrawn')
      await this.end.perform(queries, {
        rule,
        subject,
        as: 'cancelled',
        actor: actor.personId,
        reason: kind,
      });
  }

  /** It went out: the duty is done. */
  async released(queries: Queries, release: Release, actor: string): Promise<void> {
    await this.end.perform(queries, { rule, subject: { kind: 'release', id: release.id }, as: 'met', actor });
  }
}
