import { addDays, startOf, type CivilDay } from './civil-day.js';

/** Half-open: what happened at the first instant counts, at the last it belongs to the next span. Null where it is open. */
export interface Span {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** All of the days from one to another, both in it. */
export const spanOf = ({ from, to }: { readonly from?: CivilDay; readonly to?: CivilDay }): Span => ({
  from: from === undefined ? null : startOf(from),
  to: to === undefined ? null : startOf(addDays(to, 1)),
});
