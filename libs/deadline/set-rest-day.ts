import { refuseIfAny, type Actor } from '@koujing/access';
import { isCivilDay } from '@koujing/calendar';
import { Problem } from '@koujing/kernel';
import type { CalendarChange, RestDayInput, RestDayRemoval } from './calendar.api.js';
import { changeCalendar, mayChangeCalendar, type CalendarParts } from './change-calendar.js';
import { deadlineRefusal } from './refusal.js';

const day = (date: string): string => {
  if (isCivilDay(date)) return date;
  throw new Problem('badInput', [deadlineRefusal.noSuchDay(date)]);
};

/** A day on which this city alone does not work. */
export class SetRestDay {
  readonly reasons = mayChangeCalendar;

  constructor(private readonly parts: CalendarParts) {}

  async add({ date, name }: RestDayInput, actor: Actor): Promise<CalendarChange> {
    refuseIfAny(this.reasons(actor));
    if (await this.#isSet(day(date))) throw new Problem('refused', [deadlineRefusal.restDayKnown(date)]);
    return this.#change({ date, name, action: 'calendar.addRestDay', actor });
  }

  async remove({ date }: RestDayRemoval, actor: Actor): Promise<CalendarChange> {
    refuseIfAny(this.reasons(actor));
    if (!(await this.#isSet(day(date)))) throw new Problem('refused', [deadlineRefusal.restDayUnknown(date)]);
    return this.#change({ date, name: null, action: 'calendar.removeRestDay', actor });
  }

  async #isSet(date: string): Promise<boolean> {
    const { database, years } = this.parts;
    return (await years.restDays(database.queries)).some((known) => known.date === date);
  }

  #change({ date, name, action, actor }: Setting): Promise<CalendarChange> {
    const { years } = this.parts;
    return changeCalendar(this.parts, {
      ...{ actor, action, subject: date, span: { from: date, to: date }, detail: { name } },
      write: (queries, done) =>
        name === null
          ? years.removeRestDay(queries, date, done)
          : years.addRestDay(queries, { date, name }, done),
    });
  }
}

interface Setting {
  readonly date: string;
  /** Null takes it back. */
  readonly name: string | null;
  readonly action: string;
  readonly actor: Actor;
}
