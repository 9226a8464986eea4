import type { ColumnType, Generated } from 'kysely';
import type { Json } from './organ.js';

export interface DeadlineTable {
  id: string;
  rule: string;
  subject_kind: string;
  subject_id: string;
  organ_id: string;
  title: string;
  /** '' where the title is what somebody typed. */
  title_en: Generated<string>;
  link: string;
  event_at: Date;
  started_at: Date;
  due_at: Date;
  provisional: boolean;
  /** The rule as it stood at the start. */
  terms: Json<unknown>;
  state: string;
  paused_at: Date | null;
  stage: number;
  next_at: Date | null;
  settled_at: Date | null;
  /** Working days that a pause left, and the day from which they count. */
  remainder: Json<unknown> | null;
  /** When it was looked at whether its passing is an act of Art.39. */
  examined_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** A year's notice as somebody imported it; the latest import of a year rules. */
export interface CalendarYearTable {
  id: string;
  year: number;
  days: Json<readonly unknown[]>;
  papers: Json<readonly string[]>;
  imported_by: string;
  imported_at: Date;
  superseded_at: Date | null;
}

/** A day of rest of this city alone. */
export interface LocalRestDayTable {
  id: string;
  date: string;
  name: string;
  added_by: string;
  added_at: Date;
  removed_by: string | null;
  removed_at: Date | null;
}

/** What happened to a deadline; never changed. */
export interface DeadlineEventTable {
  id: string;
  deadline_id: string;
  at: Date;
  /** A person's id or `system:deadline`. */
  actor: string;
  event: string;
  detail: Json<unknown>;
}
