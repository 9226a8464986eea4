import { inOffice, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import { addDays, type CivilDay, type WorkingCalendar } from '@koujing/calendar';
import type { Database, Queries } from '@koujing/database';
import type { Clock, Reason } from '@koujing/kernel';
import type { CalendarChange } from './calendar.api.js';
import type { CalendarShelf } from './calendar-shelf.js';
import type { RecomputeDeadlines } from './recompute-deadlines.js';
import { deadlineRefusal } from './refusal.js';
import type { YearStore } from './year-store.sql.js';

export interface CalendarParts {
  readonly database: Database;
  readonly years: YearStore;
  readonly shelf: CalendarShelf;
  readonly recompute: RecomputeDeadlines;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Working days bind every organ of the city: the office alone changes them. */
export const mayChangeCalendar = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'coordinator') || inOffice(actor, 'administrator') ? [] : [deadlineRefusal.onlyOffice];

interface Change {
  readonly actor: Actor;
  readonly action: string;
  readonly subject: string;
  /** The days that may count otherwise afterwards. */
  readonly span: { readonly from: CivilDay; readonly to: CivilDay };
  readonly detail: Readonly<Record<string, unknown>>;
  write(queries: Queries, done: { readonly by: string; readonly at: Date }): Promise<void>;
}

/**
 * Writes a change of the calendar together with the ends of all deadlines that it moves: nobody may be reminded by
 * one calendar and judged by another.
 */
export const changeCalendar = async (parts: CalendarParts, change: Change): Promise<CalendarChange> => {
  const { database, shelf, recompute, audit, clock } = parts;
  const { actor, action, subject, span, detail } = change;
  return database.transaction(async (queries) => {
    const before = await shelf.read(queries);
    await change.write(queries, { by: actor.personId, at: clock.now() });
    const after = await shelf.read(queries);
    const moved = await recompute.perform(queries, after, actor.personId);
    const days = changedDays(before, after, span);
    await audit.record(queries, {
      ...{ actor: actor.personId, action, subjectKind: 'calendar', subjectId: subject },
      detail: { ...detail, changedDays: days.length, movedDeadlines: moved.length },
    });
    return { days: [...days], movedDeadlines: moved.length };
  });
};

const changedDays = (
  before: WorkingCalendar,
  after: WorkingCalendar,
  { from, to }: Change['span'],
): CalendarChange['days'] => {
  const changed: CalendarChange['days'] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const { workday, name } = after.day(date);
    if (before.day(date).workday !== workday) changed.push({ date, name, workday });
  }
  return changed;
};
