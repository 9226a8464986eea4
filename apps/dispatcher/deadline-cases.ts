import type { Provider } from '@nestjs/common';
import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import {
  CalendarShelf,
  DeadlineStore,
  EndDeadline,
  HoldDeadline,
  ImportYear,
  PauseDeadline,
  RecomputeDeadlines,
  ResumeDeadline,
  SetRestDay,
  ShowCalendar,
  ShowDeadline,
  ShowDeadlines,
  StartDeadline,
  YearStore,
} from '@koujing/deadline';
import type { Clock } from '@koujing/kernel';
import type { CityRules } from './city-rules.js';

export type DeadlineCases = ReturnType<typeof deadlineCasesOf>;

/** The city's clocks and the calendar that they count in. */
export const deadlineCasesOf = (ground: {
  readonly database: Database;
  readonly clock: Clock;
  readonly rules: CityRules;
  readonly people: PersonStore;
  readonly audit: AuditTrail;
}) => {
  const { rules } = ground;
  const deadlines = new DeadlineStore();
  const years = new YearStore();
  const shelf = new CalendarShelf(rules.calendar, years);
  const parts = {
    ...ground,
    deadlines,
    rules: rules.deadlines,
    calendar: (queries: Queries) => shelf.read(queries),
  };
  const recompute = new RecomputeDeadlines(parts);
  let level = '';
  const calendarParts = { ...ground, years, shelf, recompute };
  return {
    deadlines,
    shelf,
    /** What the verbs of other nouns start and end deadlines with. */
    parts,
    start: new StartDeadline(parts),
    end: new EndDeadline(parts),
    showAll: new ShowDeadlines(deadlines, ground.clock),
    showOne: new ShowDeadline(parts),
    hold: new HoldDeadline({
      ...parts,
      pause: new PauseDeadline(parts),
      resume: new ResumeDeadline(parts),
    }),
    showCalendar: new ShowCalendar(calendarParts),
    importYear: new ImportYear(calendarParts),
    setRestDay: new SetRestDay(calendarParts),
    /**
     * An import moves every end in its own transaction; one that another transaction counted by the older calendar in
     * that same moment is mended here, within a minute.
     */
    keepLevel: async (): Promise<void> => {
      const { database } = ground;
      const digest = await shelf.digest(database.queries);
      if (digest === level) return;
      await database.transaction(async (queries) =>
        recompute.perform(queries, await shelf.read(queries), 'system:calendar'),
      );
      level = digest;
    },
  };
};

export const deadlineProviders = (cases: DeadlineCases): readonly Provider[] => [
  { provide: ShowDeadlines, useValue: cases.showAll },
  { provide: ShowDeadline, useValue: cases.showOne },
  { provide: HoldDeadline, useValue: cases.hold },
  { provide: ShowCalendar, useValue: cases.showCalendar },
  { provide: ImportYear, useValue: cases.importYear },
  { provide: SetRestDay, useValue: cases.setRestDay },
];
