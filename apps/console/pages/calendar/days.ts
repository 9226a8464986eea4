/** A day on the city's calendar, `2026-11-26`: a string, so that no time zone of a browser can move it. */
export type Day = string;
export const views = ['month', 'week', 'agenda'] as const;
export type View = (typeof views)[number];

const dayMs = 86_400_000;
/** A fortnight is what a phone shows without losing the reader. */
const agendaLength = 14;

const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const dayOfNumber = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10);

export const isDay = (text: string | undefined): text is Day =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(numberOf(text));

export const addDays = (day: Day, days: number): Day => dayOfNumber(numberOf(day) + days);

/** 0 Monday … 6 Sunday: the week of an office begins on Monday. */
export const weekdayOf = (day: Day): number => (numberOf(day) + 3) % 7;

const mondayOf = (day: Day): Day => addDays(day, -weekdayOf(day));
const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
const firstOfNext = (day: Day): Day => firstOfMonth(addDays(firstOfMonth(day), 31));

/** The first and the last day that a view shows; a month with the weeks that it begins and ends in. */
export const shownDays = (view: View, on: Day): { readonly from: Day; readonly to: Day } => {
  switch (view) {
    case 'month': {
      const last = addDays(firstOfNext(on), -1);
      return { from: mondayOf(firstOfMonth(on)), to: addDays(mondayOf(last), 6) };
    }
    case 'week':
      return { from: mondayOf(on), to: addDays(mondayOf(on), 6) };
    case 'agenda':
      return { from: on, to: addDays(on, agendaLength - 1) };
  }
};

/** The day on which the view before or after this one stands. */
export const stepFrom = (view: View, on: Day, forward: boolean): Day => {
  switch (view) {
    case 'month':
      return forward ? firstOfNext(on) : firstOfMonth(addDays(firstOfMonth(on), -1));
    case 'week':
      return addDays(on, forward ? 7 : -7);
    case 'agenda':
      return addDays(on, forward ? agendaLength : -agendaLength);
  }
};

/** A time on another day: dragging a day keeps the time of day. */
export const onDay = (at: string, day: Day): string => `${day}${at.slice(10)}`;

export const dayOf = (at: string): Day => at.slice(0, 10);
export const timeOf = (at: string): string => at.slice(11, 16);

/** Rows of seven. */
export const weeksOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / 7) }, (_, row) => items.slice(row * 7, row * 7 + 7));
