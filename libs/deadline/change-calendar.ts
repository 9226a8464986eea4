import { dutyOf } from './deadline-view.js';
import { inOffice, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import { civilTime } from '@koujing/kernel';
import { addDays, type CivilDay, type WorkingCalendar } from '@koujing/calendar';
import type { Database, Queries } from '@koujing/database';
import type { Clock, Reason } from '@koujing/kernel';
import type { CalendarChange, CalendarPreview } from './calendar.api.js';
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

/** A change of the calendar, and the days that it may touch. */
export interface Change {
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
  const { days, movedDeadlines } = await parts.database.transaction((queries) =>
    changeIn(parts, queries, change),
  );
  return { days, movedDeadlines };
};

/** Ends the transaction of a change that is only looked at. */
class OnlyLooked extends Error {
  constructor(readonly preview: CalendarPreview) {
    super('only looked at');
  }
}

/** The same change in a transaction that is taken back: what is shown is what would be done, to the day. */
export const previewCalendar = async (parts: CalendarParts, change: Change): Promise<CalendarPreview> => {
  try {
    return await parts.database.transaction(async (queries) => {
      throw new OnlyLooked(await changeIn(parts, queries, change));
    });
  } catch (error) {
    if (error instanceof OnlyLooked) return error.preview;
    throw error;
  }
};

/** More than these nobody reads one by one; the others are counted. */
const toldMoves = 100;

const changeIn = async (parts: CalendarParts, queries: Queries, change: Change): Promise<CalendarPreview> => {
  const { shelf, recompute, audit, clock } = parts;
  const { actor, action, subject, span, detail } = change;
  const before = await shelf.read(queries);
  await change.write(queries, { by: actor.personId, at: clock.now() });
  const after = await shelf.read(queries);
  const moved = await recompute.perform(queries, after, actor.personId);
  const days = changedDays(before, after, span);
  await audit.record(queries, {
    ...{ actor: actor.personId, action, subjectKind: 'calendar', subjectId: subject },
    detail: { ...detail, changedDays: days.length, movedDeadlines: moved.length },
  });
  return {
    days: [...days],
    movedDeadlines: moved.length,
    moved: moved.slice(0, toldMoves).map(({ deadline, from }) => ({
      ...{ id: deadline.id, title: deadline.title, ...dutyOf(deadline.terms) },
      ...{ from: civilTime(from), to: civilTime(deadline.dueAt), provisional: deadline.provisional },
    })),
  };
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
