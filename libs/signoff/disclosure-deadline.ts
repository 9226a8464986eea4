import { civilDayOf, startOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import {
  isOverdue,
  type DeadlineEnd,
  type DeadlineStore,
  type EndDeadline,
  type StartDeadline,
} from '@koujing/deadline';
import type { Clock, Reason } from '@koujing/kernel';
import type { AskedRelease, Release, ReleaseBar, ReleaseChange, ReleaseFollower } from '@koujing/release';
import { signoffRefusal } from './refusal.js';

export const disclosureRule = 'disclosure';
const rule = disclosureRule;

/** The clocks of a city: they are started and ended by their verbs, and read where they are kept. */
interface Clocks {
  readonly start: StartDeadline;
  readonly end: EndDeadline;
  readonly deadlines: DeadlineStore;
}

/**
 * 信息公开条例 Art.26: what is to be public is published within twenty working days of the day on which it was formed or
 * changed – the outer bound beside the city's own limits. The drafter declares that day; the clock starts as the release
 * is handed in, counted from then. Handed in once more with the same day, it is the same clock; and no other day that is
 * declared undoes that one has passed (Art.39(1)).
 */
export class DisclosureDeadline implements ReleaseFollower, ReleaseBar {
  constructor(
    private readonly clocks: Clocks,
    private readonly clock: Clock,
  ) {}

  async reasons(_: Queries, { at, version }: AskedRelease): Promise<readonly Reason[]> {
    const { formedOn } = version.declaration;
    const early = at === 'submit' && formedOn !== null && formedOn > civilDayOf(this.clock.now());
    return early ? [signoffRefusal.formedInFuture(civilDayOf(this.clock.now()))] : [];
  }

  async follow(queries: Queries, change: ReleaseChange): Promise<void> {
    const { kind, release, actor } = change;
    if (kind === 'withdrawn')
      await this.#end(queries, release, { as: 'cancelled', actor: actor.personId, reason: '稿件已撤回' });
    if (kind === 'submitted') await this.#declared(queries, change);
  }

  async #declared(queries: Queries, { release, version, actor }: ReleaseChange): Promise<void> {
    const { formedOn } = version.declaration;
    const { deadlines, start } = this.clocks;
    const subject = subjectOf(release);
    const open = await deadlines.openOf(queries, rule, subject);
    if (open !== null) {
      const counted = civilDayOf(open.eventAt);
      if (counted === formedOn || isOverdue(open, this.clock.now())) return;
      const reason = `信息形成的日期由${counted}改为${formedOn ?? '不填'}`;
      await this.#end(queries, release, { as: 'cancelled', actor: actor.personId, reason });
    }
    if (formedOn === null || release.releasedVersion !== null) return;
    await start.perform(queries, {
      ...{ rule, subject, organId: release.organId, title: version.title },
      ...{ link: `/releases/${release.id}`, eventAt: startOf(formedOn), actor: actor.personId },
    });
  }

  released(queries: Queries, release: Release, actor: string): Promise<void> {
    return this.#end(queries, release, { as: 'met', actor });
  }

  async #end(
    queries: Queries,
    release: Release,
    end: Pick<DeadlineEnd, 'as' | 'actor' | 'reason'>,
  ): Promise<void> {
    await this.clocks.end.perform(queries, { rule, subject: subjectOf(release), ...end });
  }
}

const subjectOf = ({ id }: Release) => ({ kind: 'release', id });
