import { visibilityOf, type Actor } from '@koujing/access';
import { civilDayOf, endOf, isCivilDay, periodOf, startOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { maySetRoutineDuty } from './may-act.js';
import type { Conference } from './conference.js';
import { doneBy, doneIn, periodAt, routineDutiesOf } from './routine-duty.js';
import type { RoutineDutyList, RoutineDutyQuery, RoutineDutyRow } from './routine-duty.api.js';
import type { RoutineParts } from './watch-routine-duties.js';

/** One duty of one organ in its period, with the conferences by which it was done. */
export interface RoutineStanding {
  readonly organId: string;
  readonly rule: string;
  readonly title: string;
  /** `2026-Q4`, `2026-H2`, `2026`. */
  readonly period: string;
  readonly lastDay: string;
  readonly required: number;
  readonly doneBy: readonly Conference[];
}

/** How far every organ has come with its routine duties: the list, and the rows of a report (Art.29, 42). */
export class ShowRoutineDuties {
  constructor(private readonly parts: Omit<RoutineParts, 'start' | 'end'>) {}

  async page(query: RoutineDutyQuery, actor: Actor): Promise<RoutineDutyList> {
    const seen = visibilityOf(actor);
    const rows = (await this.rows(query.day)).filter(
      ({ organ }) =>
        (seen.all || seen.organIds.includes(organ.id)) &&
        (query.organ === undefined || query.organ === organ.id),
    );
    const from = (query.page - 1) * query.pageSize;
    const items = rows.slice(from, from + query.pageSize);
    const reasons = [...maySetRoutineDuty(actor)];
    return {
      ...{ items, total: rows.length, page: query.page, pageSize: query.pageSize },
      actions: { set: { reasons } },
    };
  }

  /** What stands behind the rows: of the periods that hold `day`. */
  async standings(queries: Queries, day: string): Promise<readonly RoutineStanding[]> {
    const { routineDuties, conferences, settings, rules } = this.parts;
    const year = periodOf(day, 'year');
    const held = await conferences.heldBetween(queries, startOf(year.first), endOf(year.last));
    return (await routineDuties.all(queries)).flatMap(({ organId }) =>
      routineDutiesOf(settings, rules).map((duty) => {
        const period = periodAt(duty, day);
        return {
          ...{ organId, rule: duty.rule, title: duty.terms.title, period: period.key, lastDay: period.last },
          ...{ required: duty.required, doneBy: doneBy(duty, { organId, period, held }) },
        };
      }),
    );
  }

  /** Of the periods that hold `day`; of today's without one. Organs in the order of their ids. */
  async rows(day?: string): Promise<readonly RoutineDutyRow[]> {
    const { database, clock, organs, routineDuties, conferences, settings, rules } = this.parts;
    const { queries } = database;
    const today = civilDayOf(clock.now());
    const asked = day !== undefined && isCivilDay(day) ? day : today;
    const year = periodOf(asked, 'year');
    const held = await conferences.heldBetween(queries, startOf(year.first), endOf(year.last));
    const named = new Map((await organs.all(queries)).map((organ) => [organ.id, organ]));
    const duties = routineDutiesOf(settings, rules);
    return (await routineDuties.all(queries)).map(({ organId, since }) => ({
      organ: {
        id: organId,
        name: named.get(organId)?.name ?? organId,
        shortName: named.get(organId)?.shortName ?? organId,
      },
      since: civilTime(since),
      duties: duties.map((duty) => {
        const period = periodAt(duty, asked);
        const done = doneIn(duty, { organId, period, held });
        const { title, titleEn, article, hardness } = duty.terms;
        return {
          ...(titleEn === undefined ? {} : { titleEn }),
          ...{ rule: duty.rule, title, article, period: period.key, lastDay: period.last },
          ...{ required: duty.required, done, met: done >= duty.required, hard: hardness === 'hard' },
        };
      }),
    }));
  }
}
