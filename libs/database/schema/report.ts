import type { Json } from './organ.js';

/** A report as it was closed; never updated. */
export interface FrozenReportTable {
  id: string;
  name: string;
  /** Civil days, both in it. */
  first_day: string;
  last_day: string;
  /** '' for the whole city. */
  organ_id: string;
  content: Json<unknown>;
  digest: string;
  closed_by: string;
  closed_at: Date;
}

/** What its numbers count, as it was then. */
export interface FrozenReportRowTable {
  report_id: string;
  measure: string;
  id: string;
  organ_id: string;
  at: Date | null;
  title: string;
  link: string;
  note: string;
  kind: string;
  outcome: string;
  part: string;
}

/** What the coordinators were told on a working day of what is not ruled on; never updated. */
export interface InconsistencyDigestTable {
  day: string;
  made_at: Date;
  content: Json<unknown>;
  digest: string;
}
