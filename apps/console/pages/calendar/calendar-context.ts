import { createContext, use } from 'react';
import type { Clash } from './clashes.js';
import type { Day } from './days.js';
import type { MovableEntry } from './entry.js';

/** What every day and every entry of the calendar asks the page. */
export interface CalendarDesk {
  readonly today: Day;
  /** Key of an entry → with what it clashes. */
  readonly clashes: ReadonlyMap<string, readonly Clash[]>;
  readonly organName: (id: string) => string;
  /** Being dragged now. */
  readonly dragged: MovableEntry | null;
  readonly drag: (entry: MovableEntry | null) => void;
  /** Opens the question whether to move it; without a day the person names one. */
  readonly move: (entry: MovableEntry, to: Day | null) => void;
}

export const DeskContext = createContext<CalendarDesk | null>(null);

export const useDesk = (): CalendarDesk => {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('an entry stands outside of the calendar');
  return desk;
};
