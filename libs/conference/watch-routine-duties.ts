import type { Actor } from '@koujing/access';
import { civilDayOf, daysBetween, endOf, startOf, type Period } from '@koujing/calendar';
import type { Database, Queries } from '@koujing/database';
import type { DeadlineRules, EndDeadline, StartDeadline, Subject } from '@koujing/deadline';
import type { Clock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { ConferenceFollower } from './conference-follower.js';
import type { ConferenceSettings } from './conference-settings.js';
import type { ConferenceStore } from './conference-store.sql.js';
import { doneIn, periodAt, routineDutiesOf, type RoutineDuty } from './routine-duty.js';
import type { RoutineDutyStore } from './routine-duty-store.sql.js';

export interface RoutineParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly conferences: ConferenceStore;
  readonly routineDuties: RoutineDutyStore;
  readonly organs: OrganStore;
  readonly settings: ConferenceSettings;
  readonly rules: DeadlineRules;
  readonly start: StartDeadline;
  readonly end: EndDeadline;
}

const system = 'system:routineDuty';
/** A day after its end the reminder of the end has gone out; nothing in a later period can meet an earlier one. */
const graceDays = 1;

const subjectOf = (organId: string, period: string): Subject => ({
  kind: 'routineDuty',
  id: `${organId}:${period}`,
});

/** The period clocks of Art.29: started once per period, met by what was held, closed when the period is over. */
export class WatchRoutineDuties implements ConferenceFollower {
  constructor(private readonly parts: RoutineParts) {}

  /** Idempotent: run it as often as you like. */
  async tick(): Promise<void> {
    await this.parts.database.transaction(async (queries) => {
      for (const { organId } of await this.parts.routineDuties.all(queries)) {
        await this.begin(queries, organId);
        await this.meet(queries, organId);
      }
      await this.close(queries);
    });
  }

  async held(queries: Queries, _: unknown, actor: Actor): Promise<void> {
    for (const { organId } of await this.parts.routineDuties.all(queries))
      await this.meet(queries, organId, actor.personId);
  }

  private async begin(queries: Queries, organId: string): Promise<void> {
    const { routineDuties, organs, start, clock } = this.parts;
    const at = clock.now();
    for (const duty of this.duties()) {
      const period = periodAt(duty, civilDayOf(at));
      const begun = { organId, rule: duty.rule, period: period.key, at };
      if (!(await routineDuties.begin(queries, begun))) continue;
      const organ = await organs.find(queries, organId);
      await start.perform(queries, {
        ...{ rule: duty.rule, organId, actor: system },
        subject: subjectOf(organId, period.key),
        title: `${organ?.shortName ?? organId} ${period.key}`,
        link: '/conferences',
        eventAt: startOf(period.first),
      });
    }
  }

  /** What was held in the period may have been enough. */
  private async meet(queries: Queries, organId: string, actor: string = system): Promise<void> {
    const today = civilDayOf(this.parts.clock.now());
    for (const duty of this.duties()) {
      const period = periodAt(duty, today);
      const held = await this.heldIn(queries, period);
      if (doneIn(duty, { organId, period, held }) < duty.required) continue;
      const { rule } = duty;
      const subject = subjectOf(organId, period.key);
      await this.parts.end.perform(queries, { rule, subject, as: 'met', actor });
      await this.parts.routineDuties.end(queries, { organId, rule, period: period.key });
    }
  }

  private async close(queries: Queries): Promise<void> {
    const { routineDuties, end, clock } = this.parts;
    const today = civilDayOf(clock.now());
    for (const open of await routineDuties.open(queries)) {
      const duty = this.duties().find(({ rule }) => rule === open.rule);
      if (duty !== undefined && !isPast(duty, open.period, today)) continue;
      const subject = subjectOf(open.organId, open.period);
      const reason = '期满未完成';
      await end.perform(queries, { rule: open.rule, subject, as: 'cancelled', actor: system, reason });
      await routineDuties.end(queries, open);
    }
  }

  private heldIn(queries: Queries, { first, last }: Period) {
    return this.parts.conferences.heldBetween(queries, startOf(first), endOf(last));
  }

  private duties(): readonly RoutineDuty[] {
    return routineDutiesOf(this.parts.settings, this.parts.rules);
  }
}

/** Keys of one unit sort as their periods do. */
const isPast = (duty: RoutineDuty, key: string, today: ReturnType<typeof civilDayOf>): boolean => {
  const now = periodAt(duty, today);
  return key < now.key && daysBetween(now.first, today) >= graceDays;
};
